package dev.kindling.shell.console.code;

import org.apache.xbean.asm9.ClassReader;
import org.apache.xbean.asm9.ClassWriter;
import org.apache.xbean.asm9.Opcodes;
import org.apache.xbean.asm9.commons.ClassRemapper;
import org.apache.xbean.asm9.commons.Remapper;

/**
 * One life of JShell, from a reset to the next. JShell numbers its classes anew each time, but executors and Spark's threads
 * keep those of before: every generation but the first has a package of its own.
 *
 * @param number counted from 1
 */
public record Generation(int number) {
    private static final String PACKAGE = "REPL";

    /** JShell's name of a class in the name that it has here; other classes keep theirs. */
    public String ours(String name) {
        return number > 1 && name.startsWith(PACKAGE + ".") ? ourPackage() + name.substring(PACKAGE.length()) : name;
    }

    /** The way back. */
    public String jshells(String name) {
        return number > 1 && name.startsWith(ourPackage() + ".")
                ? PACKAGE + name.substring(ourPackage().length())
                : name;
    }

    SnippetClass rename(byte[] bytes) {
        if (number == 1) {
            return SnippetClass.of(bytes);
        }
        var writer = new ClassWriter(0);
        new ClassReader(bytes).accept(new ClassRemapper(writer, new Names()), 0);
        return SnippetClass.of(writer.toByteArray());
    }

    private String ourPackage() {
        return PACKAGE + number;
    }

    private final class Names extends Remapper {
        Names() {
            super(Opcodes.ASM9);
        }

        @Override
        public String map(String internalName) {
            return internalName.startsWith(PACKAGE + "/")
                    ? ourPackage() + internalName.substring(PACKAGE.length())
                    : internalName;
        }

        /** The compiler's code that reads lambdas back compares names of classes as strings. */
        @Override
        public Object mapValue(Object constant) {
            return constant instanceof String text
                    ? text.replace(PACKAGE + "/$JShell$", ourPackage() + "/$JShell$")
                    : super.mapValue(constant);
        }
    }
}
