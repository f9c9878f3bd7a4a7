package dev.kindling.internal.preflight;

import dev.kindling.diagnosis.Account;
import dev.kindling.diagnosis.Clue;
import dev.kindling.diagnosis.Finding;
import dev.kindling.internal.code.LocalFiles;
import dev.kindling.internal.plan.ApplicationPlan;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/**
 * Whether the jars and class folders of an application that can be opened here hold the main class, and whether the image's
 * Java can read it.
 */
public final class ProgramCheck {

    private static final String NAME = "program";

    /** A class file of Java n has the number n + 44. */
    private static final int CLASS_FILE = 44;

    private final ApplicationPlan said;
    private final String mainClass;
    private final List<Path> looked = new ArrayList<>();
    private final List<String> unseen = new ArrayList<>();

    private ProgramCheck(ApplicationPlan said, String mainClass) {
        this.said = said;
        this.mainClass = mainClass;
    }

    /** As the spec says it, before anything is packed for a store. */
    public static Check of(ApplicationPlan said) {
        return new Check(NAME, () -> answer(said));
    }

    static Answer answer(ApplicationPlan said) {
        var program = said.program();
        return program.mainClass()
                .filter(name -> program.kind().isOnJvm())
                .map(name -> new ProgramCheck(said, name).answer())
                .orElseGet(() -> Answer.notKnown(
                        "the program: " + program.mainFile().orElse("none") + " is for the driver to open"));
    }

    private Answer answer() {
        var needed = said.workload().dependencies();
        unseen.addAll(needed.packages());
        var places = Stream.concat(said.program().mainFile().stream(), needed.jars().stream())
                .distinct()
                .toList();
        for (var place : places) {
            var java = here(place).map(this::java).orElse(OptionalInt.empty());
            if (java.isPresent()) {
                return found(place, java.getAsInt());
            }
        }
        return unseen.isEmpty()
                ? Answer.found(NAME, List.of(missing()))
                : Answer.notKnown("the program: " + unseen + " is opened by the driver, not from here");
    }

    private Optional<Path> here(String place) {
        var path = LocalFiles.find(place).filter(Files::isReadable);
        path.ifPresentOrElse(looked::add, () -> unseen.add(place));
        return path;
    }

    /** For which Java the class was compiled; empty if it is not there. */
    private OptionalInt java(Path place) {
        var entry = mainClass.replace('.', '/') + ".class";
        try {
            return Files.isDirectory(place) ? inFolder(place.resolve(entry)) : inJar(place, entry);
        } catch (IOException e) {
            unseen.add(place + " (" + e.getMessage() + ")");
            return OptionalInt.empty();
        }
    }

    private static OptionalInt inFolder(Path file) throws IOException {
        if (!Files.exists(file)) {
            return OptionalInt.empty();
        }
        try (var in = new DataInputStream(Files.newInputStream(file))) {
            return OptionalInt.of(java(in));
        }
    }

    private static OptionalInt inJar(Path jar, String name) throws IOException {
        try (var opened = new ZipFile(jar.toFile())) {
            var entry = opened.getEntry(name);
            if (entry == null) {
                return OptionalInt.empty();
            }
            try (var in = new DataInputStream(opened.getInputStream(entry))) {
                return OptionalInt.of(java(in));
            }
        }
    }

    private static int java(DataInputStream in) throws IOException {
        in.readInt(); // what all class files begin with
        in.readUnsignedShort(); // minor version
        return in.readUnsignedShort() - CLASS_FILE;
    }

    private Answer found(String place, int java) {
        return RoleVersions.ofDriver(said.workload())
                .tag()
                .java()
                .filter(ofImage -> java > ofImage)
                .map(ofImage -> Answer.found(NAME, List.of(tooNew(place, java, ofImage))))
                .orElseGet(() -> Answer.fine("main class " + mainClass));
    }

    private Answer.Problem tooNew(String place, int java, int ofImage) {
        return VersionCheck.mismatch(Account.probable(
                        "java-mismatch",
                        mainClass + " was compiled for Java " + java + ", the image has Java " + ofImage)
                .seen(new Clue(place, "class file version", String.valueOf(java + CLASS_FILE), null))
                .why("a JVM reads no classes of later versions")
                .write(
                        "compile with javac --release " + ofImage + ", or .image(\"..\") with Java " + java,
                        "spark.kubernetes.container.image"));
    }

    private Answer.Problem missing() {
        var account = Account.certain("main-class-missing", "There is no class " + mainClass + " in " + looked)
                .seen(looked.stream()
                        .map(place -> new Clue(place.toString(), "entries", "no " + mainClass, null))
                        .toList())
                .why("a program begins with the main method of this class")
                .write(".mainClass(\"..\") with the full name of a class that is there", "spec.mainClass");
        return new Answer.Problem(Finding.CodeMissing::new, account);
    }
}
