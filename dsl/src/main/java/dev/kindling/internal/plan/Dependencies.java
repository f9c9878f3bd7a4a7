package dev.kindling.internal.plan;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** What a run needs beside Spark: paths or URIs of jars and files, Maven coordinates of packages. */
public record Dependencies(List<String> jars, List<String> files, List<String> packages) {
    public static final Dependencies NONE = new Dependencies(List.of(), List.of(), List.of());

    public Dependencies {
        jars = List.copyOf(jars);
        files = List.copyOf(files);
        packages = List.copyOf(packages);
    }

    Dependencies jar(String jar) {
        return new Dependencies(plus(jars, Stream.of(jar)), files, packages);
    }

    Dependencies jars(UnaryOperator<String> change) {
        return new Dependencies(jars.stream().map(change).toList(), files, packages);
    }

    Dependencies file(String file) {
        return new Dependencies(jars, plus(files, Stream.of(file)), packages);
    }

    Dependencies packages(String... coordinates) {
        return new Dependencies(jars, files, plus(packages, Stream.of(coordinates)));
    }

    private static List<String> plus(List<String> list, Stream<String> more) {
        return Stream.concat(list.stream(), more).distinct().toList();
    }
}
