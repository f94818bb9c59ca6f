package io.theforge.junit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class JunitLayersTest {
    private static final JavaClasses JUNIT = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.theforge.junit");

    @Test
    void suitesNeedNothingButJunitsInterfaceTheForgeAndDuckdb() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "javax.sql..",
                        "io.theforge..",
                        "org.duckdb..",
                        "org.jspecify..",
                        "org.junit.jupiter.api..",
                        "org.junit.platform.commons.support..")
                .check(JUNIT);
    }

    @Test
    void packagesDependOnEachOtherInOneDirection() {
        slices().matching("io.theforge.(**)").should().beFreeOfCycles().check(JUNIT);
    }
}
