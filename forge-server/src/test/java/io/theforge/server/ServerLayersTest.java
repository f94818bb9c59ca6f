package io.theforge.server;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The order of the house, with the server in it. */
class ServerLayersTest {
    private static final JavaClasses FORGE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.theforge");

    @Test
    void nothingKnowsTheServer() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.theforge.server..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.theforge.server..")
                .because("no other command loads it")
                .check(FORGE);
    }

    @Test
    void packagesDependOnEachOtherInOneDirection() {
        slices().matching("io.theforge.(**)").should().beFreeOfCycles().check(FORGE);
    }

    @Test
    void theServerOfServersIsOnePackagesBusiness() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.theforge.server.http")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.javalin..", "org.eclipse.jetty..", "kotlin..")
                .check(FORGE);
    }
}
