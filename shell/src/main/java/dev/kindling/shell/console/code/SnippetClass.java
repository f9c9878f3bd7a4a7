package dev.kindling.shell.console.code;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.xbean.asm9.ClassReader;
import org.apache.xbean.asm9.ClassVisitor;
import org.apache.xbean.asm9.FieldVisitor;
import org.apache.xbean.asm9.MethodVisitor;
import org.apache.xbean.asm9.Opcodes;
import org.jspecify.annotations.Nullable;

/**
 * A class as the compiler made it of a snippet.
 *
 * @param name its internal name
 * @param bytes the class file
 */
record SnippetClass(String name, byte[] bytes) {
    static SnippetClass of(byte[] bytes) {
        return new SnippetClass(new ClassReader(bytes).getClassName(), bytes);
    }

    ClassReader reader() {
        return new ClassReader(bytes);
    }

    /** Supertypes, by internal name. */
    List<String> supertypes() {
        var reader = reader();
        var all = new ArrayList<>(List.of(reader.getInterfaces()));
        all.add(reader.getSuperName());
        return all;
    }

    /** Whether JShell made it to wrap a snippet, in contrast to what the user declared, which is nested in one. */
    boolean isWrapper() {
        var nested = new boolean[1];
        reader().accept(
                        new ClassVisitor(Opcodes.ASM9) {
                            @Override
                            public void visitInnerClass(
                                    String inner, @Nullable String outer, @Nullable String simple, int access) {
                                nested[0] |= inner.equals(name);
                            }
                        },
                        ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG);
        return !nested[0];
    }

    /** Its static fields, but for the compiler's own, such as {@code $assertionsDisabled}. */
    List<SnippetVariable> staticFields() {
        var found = new ArrayList<SnippetVariable>();
        reader().accept(
                        new ClassVisitor(Opcodes.ASM9) {
                            @Override
                            public @Nullable FieldVisitor visitField(
                                    int access, String field, String type, @Nullable String sig, @Nullable Object v) {
                                if ((access & Opcodes.ACC_STATIC) != 0 && (access & Opcodes.ACC_SYNTHETIC) == 0) {
                                    found.add(new SnippetVariable(name, field, type));
                                }
                                return null;
                            }
                        },
                        ClassReader.SKIP_CODE);
        return found;
    }

    /** The keys of those static fields, of this class or others, that its code reads. */
    Set<String> reads(Predicate<String> wanted) {
        var found = new LinkedHashSet<String>();
        var reads = new MethodVisitor(Opcodes.ASM9) {
            @Override
            public void visitFieldInsn(int opcode, String owner, String field, String type) {
                if (opcode == Opcodes.GETSTATIC && wanted.test(owner + "." + field)) {
                    found.add(owner + "." + field);
                }
            }
        };
        reader().accept(
                        new ClassVisitor(Opcodes.ASM9) {
                            @Override
                            public MethodVisitor visitMethod(
                                    int access,
                                    String method,
                                    String type,
                                    @Nullable String sig,
                                    String @Nullable [] ex) {
                                return reads;
                            }
                        },
                        ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        return found;
    }
}
