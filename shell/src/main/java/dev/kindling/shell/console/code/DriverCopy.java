package dev.kindling.shell.console.code;

import static org.apache.xbean.asm9.Opcodes.ACC_ABSTRACT;
import static org.apache.xbean.asm9.Opcodes.ACC_NATIVE;
import static org.apache.xbean.asm9.Opcodes.ASM9;
import static org.apache.xbean.asm9.Opcodes.CHECKCAST;
import static org.apache.xbean.asm9.Opcodes.GETSTATIC;
import static org.apache.xbean.asm9.Opcodes.INVOKESTATIC;
import static org.apache.xbean.asm9.Opcodes.PUTSTATIC;

import dev.kindling.shell.console.remote.LocalVariables;
import java.util.HashSet;
import java.util.Set;
import org.apache.xbean.asm9.ClassVisitor;
import org.apache.xbean.asm9.ClassWriter;
import org.apache.xbean.asm9.Label;
import org.apache.xbean.asm9.MethodVisitor;
import org.apache.xbean.asm9.Type;
import org.jspecify.annotations.Nullable;

/**
 * A snippet's class as the driver runs it: it can be stopped where it loops or calls itself, reads of {@code spark} and the
 * other bound variables start what is not there yet, and tasks in this JVM have their own values of variables. What the
 * user assigned to {@code spark} is what he then reads.
 */
final class DriverCopy extends ClassVisitor {
    private static final String STOP = Type.getInternalName(Stop.class);
    private static final String VARIABLES = Type.getInternalName(LocalVariables.class);
    private static final String BINDINGS = Type.getInternalName(Bindings.class);

    private final SnippetClasses classes;

    private DriverCopy(ClassVisitor next, SnippetClasses classes) {
        super(ASM9, next);
        this.classes = classes;
    }

    static byte[] of(SnippetClass original, SnippetClasses classes) {
        var reader = original.reader();
        var writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
        reader.accept(new DriverCopy(writer, classes), 0);
        return writer.toByteArray();
    }

    @Override
    public MethodVisitor visitMethod(
            int access, String name, String type, @Nullable String signature, String @Nullable [] exceptions) {
        var next = super.visitMethod(access, name, type, signature, exceptions);
        var hasNoCode = (access & (ACC_ABSTRACT | ACC_NATIVE)) != 0;
        return hasNoCode ? next : new Body(next, !name.startsWith("<"), !name.equals(ExecutorCopy.SNIPPET_METHOD));
    }

    private final class Body extends MethodVisitor {
        private final boolean stoppable;
        private final boolean mayRunInTask;
        private final Set<Label> seen = new HashSet<>();

        Body(MethodVisitor next, boolean stoppable, boolean mayRunInTask) {
            super(ASM9, next);
            this.stoppable = stoppable;
            this.mayRunInTask = mayRunInTask;
        }

        @Override
        public void visitCode() {
            super.visitCode();
            checkStop();
        }

        @Override
        public void visitLabel(Label label) {
            super.visitLabel(label);
            seen.add(label);
        }

        @Override
        public void visitJumpInsn(int opcode, Label target) {
            if (seen.contains(target)) {
                checkStop();
            }
            super.visitJumpInsn(opcode, target);
        }

        @Override
        public void visitFieldInsn(int opcode, String owner, String name, String type) {
            var key = owner + "." + name;
            var variable = mayRunInTask && classes.isVariable(key);
            if (opcode == PUTSTATIC && variable) {
                super.visitLdcInsn(key);
                super.visitMethodInsn(INVOKESTATIC, VARIABLES, "beforeAssignment", "(Ljava/lang/String;)V", false);
            }
            super.visitFieldInsn(opcode, owner, name, type);
            if (opcode == GETSTATIC && classes.isBinding(key)) {
                replaceValue(BINDINGS, "orBound", name, type);
            } else if (opcode == GETSTATIC && variable) {
                replaceValue(VARIABLES, "get", key, type);
            }
        }

        /** Calls a method with the value just read and a text; it gives the value to go on with. */
        private void replaceValue(String owner, String method, String text, String type) {
            var primitive = type.length() == 1;
            var passed = primitive ? type : "Ljava/lang/Object;";
            super.visitLdcInsn(text);
            super.visitMethodInsn(INVOKESTATIC, owner, method, "(" + passed + "Ljava/lang/String;)" + passed, false);
            if (!primitive) {
                super.visitTypeInsn(CHECKCAST, Type.getType(type).getInternalName());
            }
        }

        private void checkStop() {
            if (stoppable) {
                super.visitMethodInsn(INVOKESTATIC, STOP, "check", "()V", false);
            }
        }
    }
}
