package dev.kindling.embedded.application;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** What applications run that need no Spark: the first argument says how it goes, the second names a file for notes. */
public final class PlainJob {

    private PlainJob() {}

    public static void main(String[] arguments) throws Exception {
        switch (arguments[0]) {
            case "plain" -> System.out.println("done");
            case "fail-once" -> failOnce(Path.of(arguments[1]));
            case "sleep" -> {
                System.out.println("sleeping");
                TimeUnit.MINUTES.sleep(10);
            }
            default -> throw new IllegalArgumentException(arguments[0]);
        }
    }

    /** A note tells the second attempt from the first. */
    private static void failOnce(Path note) throws Exception {
        if (!Files.exists(note)) {
            Files.createFile(note);
            throw new IllegalStateException("first attempt");
        }
        System.out.println("second attempt");
    }
}
