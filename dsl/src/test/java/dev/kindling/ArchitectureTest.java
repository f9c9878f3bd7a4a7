package dev.kindling;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.codeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import dev.kindling.run.RunningSession;
import dev.kindling.run.Task;
import dev.kindling.target.ApiAccess;
import dev.kindling.target.KubernetesCluster;
import dev.kindling.value.PodPlan;
import dev.kindling.value.PodTemplate;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The rules of the design that a compiler does not hold. */
class ArchitectureTest {
    private static final String INTERNAL = "dev.kindling.internal..";

    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.kindling");

    @Test
    void packagesDoNotDependOnEachOtherInCircles() {
        slices().assignedFrom(new EachPackage()).should().beFreeOfCycles().check(OURS);
    }

    @Test
    void publicSignaturesNameNoInternalType() {
        codeUnits()
                .that()
                .areDeclaredInClassesThat(not(resideInAPackage(INTERNAL)).and(isVisible()))
                .and()
                .areNotPrivate()
                .should(nameNone(resideInAPackage(INTERNAL)))
                .check(OURS);
    }

    @Test
    void theKubernetesClientShowsOnlyInTheTwoEscapeHatches() {
        var hatches = Set.of(
                KubernetesCluster.class.getName(),
                ApiAccess.UserClient.class.getName(),
                PodPlan.class.getName(),
                PodTemplate.class.getName());
        noClasses()
                .that(not(resideInAPackage(INTERNAL)))
                .and(DescribedPredicate.describe("are no escape hatch", type -> !hatches.contains(type.getName())))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.fabric8..")
                .check(OURS);
        assertThat(unitsThatName(KubernetesCluster.class, "io.fabric8")).containsExactly("using");
        assertThat(unitsThatName(PodPlan.class, "java.util.function")).containsExactly("template");
    }

    @Test
    void sparkShowsOnlyWhereItIsStarted() {
        var sparkTypes = Set.of(RunningSession.class.getName(), Task.class.getName(), TaskSpec.class.getName());
        noClasses()
                .that(not(resideInAnyPackage(
                        "dev.kindling.internal.session..",
                        "dev.kindling.internal.driver..",
                        "dev.kindling.internal.history..",
                        "dev.kindling.internal.code..",
                        "dev.kindling.internal.task..",
                        "dev.kindling.internal.bootstrap..")))
                .and(DescribedPredicate.describe("do not hand it out", type -> !sparkTypes.contains(type.getName())))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.spark..", "scala..")
                .check(OURS);
    }

    @Test
    void everyPackageIsNullMarked() {
        assertThat(OURS.stream().map(JavaClass::getPackage).distinct())
                .allSatisfy(folder -> assertThat(folder.isAnnotatedWith(NullMarked.class))
                        .as(folder.getName())
                        .isTrue());
    }

    private static Stream<String> unitsThatName(Class<?> type, String prefix) {
        return OURS.get(type).getMethods().stream()
                .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
                .filter(method -> method.getRawParameterTypes().stream()
                        .anyMatch(parameter -> parameter.getName().startsWith(prefix)))
                .map(JavaCodeUnit::getName);
    }

    private static DescribedPredicate<JavaClass> isVisible() {
        return DescribedPredicate.describe(
                "are public", type -> type.getModifiers().contains(JavaModifier.PUBLIC));
    }

    private static ArchCondition<JavaCodeUnit> nameNone(DescribedPredicate<JavaClass> forbidden) {
        return new ArchCondition<>("name no type that " + forbidden.getDescription()) {
            @Override
            public void check(JavaCodeUnit unit, ConditionEvents events) {
                if (!unit.getModifiers().contains(JavaModifier.PUBLIC)
                        && !unit.getModifiers().contains(JavaModifier.PROTECTED)) {
                    return;
                }
                Stream.concat(Stream.of(unit.getReturnType()), unit.getParameterTypes().stream())
                        .flatMap(type -> type.getAllInvolvedRawTypes().stream())
                        .filter(forbidden)
                        .forEach(type -> events.add(
                                SimpleConditionEvent.violated(unit, unit.getFullName() + " names " + type.getName())));
            }
        };
    }

    /** The root package is one of them, so a pattern with a group does not do. */
    private static final class EachPackage implements SliceAssignment {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            return SliceIdentifier.of(type.getPackageName());
        }

        @Override
        public String getDescription() {
            return "each package";
        }
    }
}
