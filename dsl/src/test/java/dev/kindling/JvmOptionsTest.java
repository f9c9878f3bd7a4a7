package dev.kindling;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import org.apache.spark.launcher.JavaModuleOptions;
import org.junit.jupiter.api.Test;

class JvmOptionsTest {
    /** Tests run with the build's {@code spark.jvm.options}, so what this JVM was given is what the build says. */
    @Test
    void theBuildsOptionsAreAllOfSparksOwn() {
        var given = ManagementFactory.getRuntimeMXBean().getInputArguments();
        // Not every option is reported back: those of the VM's own launcher are, modules as properties.
        var text = String.join(" ", given) + " " + System.getProperties();

        assertThat(Arrays.stream(JavaModuleOptions.defaultModuleOptionArray())
                        .filter(option -> !option.startsWith("-XX:+Ignore")))
                .allSatisfy(option -> assertThat(text).contains(option.replace("-D", "")));
    }
}
