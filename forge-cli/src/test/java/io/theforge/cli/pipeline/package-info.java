/** The workflows and container files of this project, run as they are written. */
package io.theforge.cli.pipeline;
