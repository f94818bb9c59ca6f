/** What happens to a database when something breaks in the middle: statements, processes, servers, connections, disks. */
@NullMarked
package io.theforge.database.crash;

import org.jspecify.annotations.NullMarked;
