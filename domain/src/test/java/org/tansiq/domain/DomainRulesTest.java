package org.tansiq.domain;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;

/** What the domain may lean on: itself, plain Java, and Axon's annotations and what they need. */
@AnalyzeClasses(packages = "org.tansiq.domain", importOptions = ImportOption.DoNotIncludeTests.class)
class DomainRulesTest {
    @ArchTest
    static final ArchRule the_domain_leans_on_plain_java_and_axon_only = classes()
            .that()
            .resideInAPackage("org.tansiq.domain..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "org.tansiq.domain..",
                    "java.lang..",
                    "java.math..",
                    "java.nio.charset..",
                    "java.security..",
                    "java.text..",
                    "java.time..",
                    "java.util..",
                    "org.axonframework..",
                    "org.jspecify.annotations..");

    @ArchTest
    static final ArchRule the_domain_stores_and_reads_nothing = noClasses()
            .that()
            .resideInAPackage("org.tansiq.domain..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.springframework..",
                    "com.mongodb..",
                    "org.bson..",
                    "java.sql..",
                    "javax.sql..",
                    "org.sqlite..",
                    "com.fasterxml.jackson..",
                    "tools.jackson..",
                    "java.io..",
                    "java.net..",
                    "java.nio.file..",
                    "org.tansiq.projections..",
                    "org.tansiq.infra..",
                    "org.tansiq.gateway..");

    @ArchTest
    static final ArchRule time_comes_in_with_the_command = noClasses()
            .that()
            .resideInAPackage("org.tansiq.domain..")
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(Clock.class)
            .orShould()
            .callMethodWhere(target(describe(
                    "is java.time's now",
                    method -> method.getName().equals("now")
                            && method.getOwner().getPackageName().startsWith("java.time"))))
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime");

    @ArchTest
    static final ArchRule what_is_shared_knows_no_subject = noClasses()
            .that()
            .resideInAPackage("org.tansiq.domain.shared..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.tansiq.domain.members..",
                    "org.tansiq.domain.tasks..",
                    "org.tansiq.domain.actions..",
                    "org.tansiq.domain.campaigns..",
                    "org.tansiq.domain.resources..",
                    "org.tansiq.domain.sessions..");

    @ArchTest
    static final ArchRule members_know_no_other_subject = noClasses()
            .that()
            .resideInAPackage("org.tansiq.domain.members..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.tansiq.domain.tasks..",
                    "org.tansiq.domain.actions..",
                    "org.tansiq.domain.campaigns..",
                    "org.tansiq.domain.resources..",
                    "org.tansiq.domain.sessions..");
}
