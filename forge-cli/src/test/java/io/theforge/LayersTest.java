package io.theforge;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The order of the house: who may use whom, and what nobody may ask in a place where values are made. */
class LayersTest {
    private static final JavaClasses FORGE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.theforge");

    /** Everything that is not above it, so that a new package of the core is held to these rules unasked. */
    private static final String[] ABOVE_CORE = {
        "io.theforge.database..", "io.theforge.export..", "io.theforge.junit..", "io.theforge.cli.."
    };

    /** What {@code Math} may round differently from one platform to the next; {@code StrictMath} may not. */
    private static final Set<String> INEXACT = Set.of(
            "exp", "expm1", "log", "log10", "log1p", "pow", "cbrt", "hypot", "sin", "cos", "tan", "asin", "acos",
            "atan", "atan2", "sinh", "cosh", "tanh");

    @Test
    void theCoreKnowsNoDatabaseNoNetworkAndNothingAboveIt() {
        noClasses()
                .that()
                .resideOutsideOfPackages(ABOVE_CORE)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.sql..",
                        "javax.sql..",
                        "java.net..",
                        "io.theforge.database..",
                        "io.theforge.export..",
                        "io.theforge.cli..")
                .because("other people embed the core")
                .check(FORGE);
    }

    @Test
    void theDatabaseKnowsNoCommandLine() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.theforge.cli..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.theforge.cli..")
                .check(FORGE);
    }

    @Test
    void aManifestIsMadeWithTheCoreAndJacksonAlone() {
        classes()
                .that()
                .resideInAPackage("io.theforge.export.manifest")
                .should()
                .onlyDependOnClassesThat(resideOutsideOfPackages(ABOVE_CORE)
                        .and(resideOutsideOfPackages("java.sql..", "javax.sql..", "org.duckdb..", "org.postgresql.."))
                        .or(resideInAPackage("io.theforge.export.manifest")))
                .because("a cluster's executors write one, and have neither DuckDB nor a database at hand")
                .check(FORGE);
    }

    @Test
    void packagesDependOnEachOtherInOneDirection() {
        slices().matching("io.theforge.(**)").should().beFreeOfCycles().check(FORGE);
    }

    @Test
    void onlyCompletionLoadsWhatWritesScripts() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.theforge.cli.manual..")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("picocli.AutoComplete")
                .because("every start would load it")
                .check(FORGE);
    }

    @Test
    void theCoreUsesNoMathThatDiffersBetweenPlatforms() {
        noClasses()
                .that()
                .resideOutsideOfPackages(ABOVE_CORE)
                .should()
                .accessTargetWhere(access("an inexact Math method", Math.class, INEXACT))
                .because("every machine must make the same values: StrictMath")
                .check(FORGE);
    }

    @Test
    void theCoreAsksNoClock() {
        noClasses()
                .that()
                .resideOutsideOfPackages(ABOVE_CORE)
                .should()
                .accessTargetWhere(access("the system's time", System.class, Set.of("currentTimeMillis", "nanoTime"))
                        .or(access("now()", "java.time.", Set.of("now")))
                        .or(access(
                                "the system's clock",
                                "java.time.Clock",
                                Set.of("system", "systemUTC", "systemDefaultZone")))
                        .or(access("the date of today", "java.util.Date", Set.of("<init>"))))
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(java.util.Calendar.class)
                .because("a value is a function of seed, configuration and key")
                .check(FORGE);
    }

    @Test
    void theCoreDrawsNoRandomnessButItsOwn() {
        noClasses()
                .that()
                .resideOutsideOfPackages(ABOVE_CORE)
                .should()
                .dependOnClassesThat(randomGenerators())
                .orShould()
                .accessTargetWhere(access("chance", Math.class, Set.of("random"))
                        .or(access("chance", java.util.UUID.class, Set.of("randomUUID")))
                        .or(access("chance", java.util.Collections.class, Set.of("shuffle"))))
                .because("a value is a function of seed, configuration and key")
                .check(FORGE);
    }

    @Test
    void theCoreDoesNotAskWhereItRuns() {
        noClasses()
                .that()
                .resideOutsideOfPackages(ABOVE_CORE)
                .should()
                .accessTargetWhere(access("the default locale", java.util.Locale.class, Set.of("getDefault"))
                        .or(access("the default time zone", java.util.TimeZone.class, Set.of("getDefault")))
                        .or(access("the default time zone", java.time.ZoneId.class, Set.of("systemDefault")))
                        .or(access("the default charset", java.nio.charset.Charset.class, Set.of("defaultCharset"))))
                .because("a value is a function of seed, configuration and key")
                .check(FORGE);
    }

    @Test
    void whatIsWrittenOutHasAnOrder() {
        noClasses()
                .that()
                .resideInAnyPackage("io.theforge.cli..", "io.theforge.export..")
                .should()
                .callMethodWhere(describe(
                        "maps of several entries in the order of this run",
                        call -> call.getTargetOwner().isEquivalentTo(Map.class)
                                && call.getName().equals("of")
                                && call.getTarget().getRawParameterTypes().size() > 2))
                .because("two runs of the same command say the same: see Json.object")
                .check(FORGE);
    }

    private static DescribedPredicate<JavaClass> randomGenerators() {
        return describe(
                "random generators of the platform",
                type -> type.getName().startsWith("java.util.random.")
                        || type.isAssignableTo(java.util.Random.class)
                        || type.isAssignableTo(java.util.SplittableRandom.class));
    }

    private static DescribedPredicate<JavaAccess<?>> access(String what, Class<?> owner, Set<String> names) {
        return access(what, owner.getName(), names);
    }

    /** An access to a member with one of these names, of a type whose name begins so. */
    private static DescribedPredicate<JavaAccess<?>> access(String what, String owner, Set<String> names) {
        return describe(
                what,
                access -> names.contains(access.getTarget().getName())
                        && access.getTargetOwner().getName().startsWith(owner));
    }
}
