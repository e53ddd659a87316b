package com.crewyard.recruiting;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.constructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.crewyard.recruiting.identity.Anyone;
import com.crewyard.recruiting.identity.Requires;
import com.crewyard.recruiting.identity.SignedIn;
import com.crewyard.recruiting.platform.Hindsight;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.bind.annotation.RequestMapping;

/** What docs/conventions say of the code and a machine can hold it to. */
@AnalyzeClasses(packages = "com.crewyard", importOptions = ImportOption.DoNotIncludeTests.class)
class ConventionsTest {

    @ArchTest
    static final ArchRule namesSayWhatAThingIs = noClasses()
            .should()
            .haveSimpleNameEndingWith("Util")
            .orShould()
            .haveSimpleNameEndingWith("Utils")
            .orShould()
            .haveSimpleNameEndingWith("Helper")
            .orShould()
            .haveSimpleNameEndingWith("Impl")
            .orShould()
            .haveSimpleNameEndingWith("Common")
            .orShould()
            .haveNameMatching("(?!com\\.crewyard\\.postgres\\.TenantTransactionManager).*Manager")
            .because("such a name hides what the class is for; Spring's own *Manager interfaces keep their word");

    @ArchTest
    static final ArchRule dependenciesComeThroughTheConstructor =
            noFields().should().beAnnotatedWith(Autowired.class);

    @ArchTest
    static final ArchRule nothingIsSetLater = noMethods().should().beAnnotatedWith(Autowired.class);

    @ArchTest
    static final ArchRule constructorsNeedNoAnnotationUnlessThereAreSeveral = constructors()
            .that()
            .areAnnotatedWith(Autowired.class)
            .should()
            .beDeclaredInClassesThat(new DescribedPredicate<>("have several constructors") {
                @Override
                public boolean test(com.tngtech.archunit.core.domain.JavaClass owner) {
                    return owner.getConstructors().size() > 1;
                }
            })
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule onlyMadeUpDataLooksBack = noClasses()
            .that()
            .resideOutsideOfPackage("com.crewyard.recruiting.demo..")
            .and()
            .resideOutsideOfPackage("com.crewyard.recruiting.platform..")
            .should()
            .callMethod(Hindsight.class, "at", java.time.Instant.class, java.util.function.Supplier.class)
            .orShould()
            .callMethod(Hindsight.class, "at", java.time.Instant.class, Runnable.class)
            .because("an entry bears the time it was made; only work that looked back already may be taken up again");

    @ArchTest
    static final ArchRule sqlIsWrittenNotGenerated =
            noClasses().should().dependOnClassesThat().resideInAnyPackage("jakarta.persistence..", "org.hibernate..");

    @ArchTest
    static final ArchRule everyHandlerSaysWhoMayCallIt = methods()
            .that(new DescribedPredicate<JavaMethod>("handle requests") {
                @Override
                public boolean test(JavaMethod method) {
                    return method.isMetaAnnotatedWith(RequestMapping.class);
                }
            })
            .should(new ArchCondition<>("carry @Requires, @SignedIn or @Anyone") {
                @Override
                public void check(JavaMethod method, ConditionEvents events) {
                    boolean says = method.isAnnotatedWith(Requires.class)
                            || method.isAnnotatedWith(SignedIn.class)
                            || method.isAnnotatedWith(Anyone.class)
                            || method.getOwner().isAnnotatedWith(Anyone.class);
                    events.add(new SimpleConditionEvent(
                            method, says, "%s says not who may call it".formatted(method.getFullName())));
                }
            });
}
