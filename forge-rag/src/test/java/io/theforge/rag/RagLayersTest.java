package io.theforge.rag;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** What answers questions must not know where they come from. */
class RagLayersTest {
    private static final JavaClasses RAG = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.theforge.rag");

    @Test
    void itKnowsNoDocumentsAndNoQuestions() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.theforge.documents..", "io.theforge.cli..", "io.theforge.server..")
                .because("it is judged by their answers")
                .check(RAG);
    }

    @Test
    void itsPackagesStandOnOneAnotherInOneDirection() {
        slices().matching("io.theforge.(**)").should().beFreeOfCycles().check(RAG);
    }

    @Test
    void onlyWhatAsksModelsKnowsTheirLibrary() {
        noClasses()
                .that()
                .resideOutsideOfPackages("io.theforge.rag.embed", "io.theforge.rag.agent.model")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.langchain4j..")
                .check(RAG);
    }
}
