package io.theforge.server;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The order of the house, with the index over documents in it. */
class RagServerLayersTest {
    private static final JavaClasses FORGE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.theforge");

    @Test
    void theIndexKnowsNoDocumentsAndNoQuestions() {
        noClasses()
                .that()
                .resideInAPackage("io.theforge.rag..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.theforge.documents..")
                .check(FORGE);
    }

    @Test
    void nothingKnowsTheIndex() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.theforge.rag..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.theforge.rag..")
                .because("without --rag its libraries are not there")
                .check(FORGE);
    }

    @Test
    void packagesDependOnEachOtherInOneDirection() {
        slices().matching("io.theforge.(**)").should().beFreeOfCycles().check(FORGE);
    }
}
