package org.tansiq.projections;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;

/**
 * A fold that reads a clock, a file or a store gives other rows the second time. The words of the matcher are read from beside
 * its classes, and are as constant as those.
 */
@AnalyzeClasses(packages = "org.tansiq.projections", importOptions = ImportOption.DoNotIncludeTests.class)
class ProjectionRulesTest {
    @ArchTest
    static final ArchRule projections_lean_on_the_domain_and_plain_java_only = classes()
            .that()
            .resideInAPackage("org.tansiq.projections..")
            .and()
            .doNotHaveFullyQualifiedName("org.tansiq.projections.actions.matching.Tables")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "org.tansiq.projections..",
                    "org.tansiq.domain..",
                    "java.lang..",
                    "java.math..",
                    "java.text..",
                    "java.time..",
                    "java.util..",
                    "org.jspecify.annotations..");

    @ArchTest
    static final ArchRule projections_read_no_clock = noClasses()
            .that()
            .resideInAPackage("org.tansiq.projections..")
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(Clock.class)
            .orShould()
            .callMethodWhere(target(describe(
                    "is java.time's now",
                    method -> method.getName().equals("now")
                            && method.getOwner().getPackageName().startsWith("java.time"))));
}
