package org.tansiq.gateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The gateway lets people in; where things are kept it knows in one place only. */
@AnalyzeClasses(packages = "org.tansiq.gateway", importOptions = ImportOption.DoNotIncludeTests.class)
class GatewayRulesTest {
    @ArchTest
    static final ArchRule stores_are_chosen_in_one_place = noClasses()
            .that()
            .resideInAPackage("org.tansiq.gateway..")
            .and()
            .haveNameNotMatching("org\\.tansiq\\.gateway\\.shared\\.(Stores|Settings)(\\$.*)?")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.tansiq.infra.sqlite..", "org.tansiq.infra.mongo..", "java.sql..", "com.mongodb..");

    @ArchTest
    static final ArchRule commands_go_through_the_wiring = noClasses()
            .that()
            .resideInAPackage("org.tansiq.gateway..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.axonframework..");
}
