package org.tansiq.infra;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Imports run one way: gateway -> infra -> projections -> domain. */
@AnalyzeClasses(packages = "org.tansiq.infra", importOptions = ImportOption.DoNotIncludeTests.class)
class InfraRulesTest {
    @ArchTest
    static final ArchRule infra_knows_nothing_of_the_web = noClasses()
            .that()
            .resideInAPackage("org.tansiq.infra..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.tansiq.gateway..", "org.springframework..", "jakarta.servlet..", "tools.jackson..");

    @ArchTest
    static final ArchRule the_log_knows_no_store = noClasses()
            .that()
            .resideInAPackage("org.tansiq.infra.log..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.tansiq.infra.sqlite..", "org.tansiq.infra.mongo..", "java.sql..", "com.mongodb..");

    @ArchTest
    static final ArchRule no_store_knows_another = noClasses()
            .that()
            .resideInAPackage("org.tansiq.infra.sqlite..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.tansiq.infra.mongo..", "com.mongodb..");
}
