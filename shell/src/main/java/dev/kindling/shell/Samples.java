package dev.kindling.shell;

import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;

/** The samples on the class path. */
final class Samples {
    private Samples() {}

    static List<Sample> all() {
        return ServiceLoader.load(Sample.class).stream()
                .map(ServiceLoader.Provider::get)
                .sorted(Comparator.comparing(Sample::name))
                .toList();
    }
}
