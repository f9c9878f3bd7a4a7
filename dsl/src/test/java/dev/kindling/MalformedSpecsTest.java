package dev.kindling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kindling.diagnosis.InvalidSpecException;
import dev.kindling.image.SparkImage;
import dev.kindling.value.ExecutorPlan;
import dev.kindling.value.PodPlan;
import dev.kindling.value.Volume;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A thousand specs with everything wrong at random: refused before any call, all in one message. */
class MalformedSpecsTest {
    /** One thing wrong: how it gets into a spec, and what its problem must show. */
    record Flaw(String kind, String shown, UnaryOperator<SessionSpec> into) {
        @Override
        public String toString() {
            return kind + " " + shown;
        }
    }

    @Provide
    Arbitrary<String> badNames() {
        return Arbitraries.strings()
                .withCharRange('a', 'z')
                .ofMinLength(1)
                .ofMaxLength(20)
                .flatMap(name -> Arbitraries.of(
                        name + " x",
                        name.toUpperCase(Locale.ROOT),
                        "9" + name,
                        name + "-",
                        name + ".x",
                        "",
                        name + "x".repeat(60)));
    }

    @Provide
    Arbitrary<Set<Flaw>> flaws() {
        return Arbitraries.oneOf(bounds(), initial(), limits(), volumes(), conf(), raw(), counts(), packages())
                .set()
                .ofMinSize(1)
                .ofMaxSize(6)
                // Each kind once: two of a kind would replace each other in the spec.
                .filter(flaws -> flaws.stream().map(Flaw::kind).distinct().count() == flaws.size());
    }

    @Property(tries = 1000)
    void everyFlawIsInOneMessageWithALineToWrite(@ForAll("badNames") String name, @ForAll("flaws") Set<Flaw> flaws) {
        var spec = Spark.session(name);
        for (var flaw : flaws) {
            spec = flaw.into().apply(spec);
        }

        var invalid = catchThrowableOfType(InvalidSpecException.class, spec::check);

        assertThat(invalid).isNotNull();
        assertThat(invalid.problems()).hasSize(flaws.size() + 1);
        assertThat(invalid.problems()).allSatisfy(problem -> {
            assertThat(problem.lineToWrite()).isNotBlank();
            assertThat(invalid.getMessage()).contains(problem.why()).contains(problem.lineToWrite());
        });
        assertThat(invalid.getMessage()).contains("\"" + name + "\"");
        assertThat(flaws).allSatisfy(flaw -> assertThat(invalid.getMessage()).contains(flaw.shown()));
    }

    @Property(tries = 1000)
    void aBadSingleValueIsRefusedWhereItIsMade(@ForAll("badSizes") String size, @ForAll("badImages") String image) {
        assertThatThrownBy(() -> ExecutorPlan.of(2).memory(size))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"" + size + "\"")
                .hasMessageContaining("write");
        assertThatThrownBy(() -> Spark.session("words").image(image))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"" + image + "\"")
                .satisfies(e -> SparkImage.parse(lineIn(e.getMessage())));
    }

    @Provide
    Arbitrary<String> badSizes() {
        var number = Arbitraries.integers().between(0, 9999);
        return Arbitraries.oneOf(
                number.flatMap(
                        n -> Arbitraries.of(n + "gb", n + "Gi", "-" + n + "g", n + "", n + ".5g", n + " g", "0g")),
                Arbitraries.strings().alpha().ofMaxLength(8).filter(text -> !text.matches("\\d+[kmgt]")));
    }

    @Provide
    Arbitrary<String> badImages() {
        var word = Arbitraries.strings().withCharRange('a', 'z').ofMinLength(1).ofMaxLength(10);
        return word.flatMap(name -> Arbitraries.of(
                name,
                "reg.local/" + name,
                name + " x:1",
                " " + name + ":1",
                "reg.local/X" + name + ":1",
                name + ":",
                ""));
    }

    /** What the message says to write, between the quotes of {@code .image("..")}. */
    private static String lineIn(String message) {
        return message.replaceAll("(?s).*write \\.image\\(\"(.*)\"\\)", "$1");
    }

    private static Arbitrary<Flaw> bounds() {
        return Arbitraries.integers()
                .between(1, 50)
                .map(max -> new Flaw(
                        "executors",
                        (max + 3) + ", " + max,
                        spec -> spec.executors(ExecutorPlan.dynamic(max + 3, max))));
    }

    private static Arbitrary<Flaw> initial() {
        return Arbitraries.integers()
                .between(1, 50)
                .map(max -> new Flaw(
                        "executors",
                        "\"" + (max + 1) + "\"",
                        spec -> spec.executors(ExecutorPlan.dynamic(0, max).initial(max + 1))));
    }

    private static Arbitrary<Flaw> limits() {
        return Arbitraries.integers()
                .between(-100, 0)
                .map(n -> new Flaw("limit", "\"" + n + "\"", spec -> spec.maxExecutorFailures(n)));
    }

    private static Arbitrary<Flaw> volumes() {
        return Arbitraries.of("data", "logs", "x")
                .flatMap(path -> Arbitraries.of(
                        volume(path, Volume.claim("c-" + path)),
                        volume(path, Volume.claim("c-" + path).at(path)),
                        new Flaw(
                                "volume",
                                "/" + path + "-2",
                                spec -> spec.pods(PodPlan.none()
                                        .volume(Volume.emptyDir().at("/" + path))
                                        .volume(Volume.claim("c").at("/" + path)))),
                        new Flaw(
                                "volume",
                                "volumes.secret",
                                spec -> spec.conf(
                                        "spark.kubernetes.executor.volumes.secret." + path + ".mount.path", "/x"))));
    }

    private static Flaw volume(String path, Volume volume) {
        return new Flaw("volume", "c-" + path, spec -> spec.pods(PodPlan.none().volume(volume)));
    }

    /** A raw setting beside a typed value that says otherwise. */
    private static Arbitrary<Flaw> conf() {
        return Arbitraries.of(
                new Flaw("conf", ".env(..)", spec -> spec.env("TZ", "UTC").conf("spark.executorEnv.TZ", "CET")),
                new Flaw("conf", ".image(..)", spec -> spec.image("spark:1")
                        .conf("spark.kubernetes.container.image", "spark:2")),
                new Flaw("conf", ".label(..)", spec -> spec.label("team", "a")
                        .conf("spark.kubernetes.executor.label.team", "b")));
    }

    private static Arbitrary<Flaw> raw() {
        return Arbitraries.of("spark.master", "spark.driver.host", "spark.kubernetes.namespace", "spark.ui.port")
                .map(key -> new Flaw("raw", key, spec -> spec.conf(key, "x")));
    }

    private static Arbitrary<Flaw> counts() {
        var counts = List.of("spark.executor.cores", "spark.driver.cores");
        return Arbitraries.integers().between(-50, 0).flatMap(n -> Arbitraries.of(counts)
                .map(key -> new Flaw("count", key, spec -> spec.conf(key, String.valueOf(n)))));
    }

    private static Arbitrary<Flaw> packages() {
        return Arbitraries.of("g:a", "g", "g:a:1:2", "a b:c:d")
                .map(text -> new Flaw("package", "\"" + text + "\"", spec -> spec.packages(text)));
    }
}
