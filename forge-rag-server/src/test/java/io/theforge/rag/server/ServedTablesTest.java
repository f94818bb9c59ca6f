package io.theforge.rag.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.theforge.database.session.Target;
import io.theforge.server.rag.RagService;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** What an agent gets of the server's database. */
class ServedTablesTest {

    /** There is no database yet. */
    private static final class Nothing implements RagService.Tables {
        @Override
        public <T> T ask(Target.Reading<T> question) {
            try {
                return question.at(null);
            } catch (SQLException e) {
                throw new IllegalStateException("as one that cannot be reached", e);
            }
        }
    }

    private final ServedTables tables = new ServedTables(new Nothing());

    @Test
    void aDatabaseThatIsNotThereIsAnEmptyOne() throws Exception {
        assertThat(tables.<Boolean>read(connection ->
                        connection.createStatement().executeQuery("SELECT 1").next()))
                .isTrue();
    }

    @Test
    void aTableThatIsMissingIsTheAgentsToJudge() {
        assertThatThrownBy(() ->
                        tables.read(connection -> connection.createStatement().executeQuery("SELECT code FROM store")))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("store");
    }
}
