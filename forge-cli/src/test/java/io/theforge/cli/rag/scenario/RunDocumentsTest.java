package io.theforge.cli.rag.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.theforge.documents.Document;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunDocumentsTest {
    private final Document document = new Document("reviews/2024-03.md", "It sold 12.", List.of());
    private final RunDocuments run = new RunDocuments(List.of(document));

    @Test
    void eachRunHasNamesOfItsOwn() {
        RunDocuments other = new RunDocuments(List.of(document));

        assertThat(run.prefix()).startsWith("forge-rag-agent/").isNotEqualTo(other.prefix());
        assertThat(run.hasIndexed(run.prefix() + "reviews/2024-03.md")).isTrue();
        assertThat(run.hasIndexed(other.prefix() + "reviews/2024-03.md")).isFalse();
    }

    @Test
    void aDocumentIsKnownByWhatAHostLeavesOfItsName() {
        assertThat(run.document(run.prefix() + "reviews/2024-03.md")).isEqualTo(document);
        assertThat(run.document("/srv/docs/" + run.prefix() + "reviews/2024-03.md"))
                .isEqualTo(document);
        assertThat(run.document("reviews/2024-03.md")).isEqualTo(document);
        assertThat(run.document("2024-03.md")).isNull();
        assertThat(run.document("")).isNull();
    }

    @Test
    void thoseOfARunBesideItCountWhereTheyAreTheSame() {
        RunDocuments same = new RunDocuments(List.of(document));
        RunDocuments other = new RunDocuments(List.of(new Document("reviews/2024-03.md", "It sold 13.", List.of())));

        assertThat(run.document(same.prefix() + "reviews/2024-03.md")).isEqualTo(document);
        assertThat(run.document(other.prefix() + "reviews/2024-03.md")).isNull();
    }
}
