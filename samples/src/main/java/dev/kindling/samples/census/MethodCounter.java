package dev.kindling.samples.census;

import org.apache.xbean.asm9.ClassReader;
import org.apache.xbean.asm9.ClassVisitor;
import org.apache.xbean.asm9.MethodVisitor;
import org.apache.xbean.asm9.Opcodes;
import org.jspecify.annotations.Nullable;

/** Counts the methods of one class file, with the class file reader that Spark has on its executors' class path. */
final class MethodCounter extends ClassVisitor {
    private long methods;

    private MethodCounter() {
        super(Opcodes.ASM9);
    }

    static long methodsOf(byte[] classFile) {
        var counter = new MethodCounter();
        new ClassReader(classFile)
                .accept(counter, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        return counter.methods;
    }

    @Override
    public @Nullable MethodVisitor visitMethod(
            int access, String name, String descriptor, @Nullable String signature, String @Nullable [] exceptions) {
        methods++;
        return null;
    }
}
