package dev.kindling.shell.console.code;

import static org.apache.xbean.asm9.Opcodes.ASM9;
import static org.apache.xbean.asm9.Opcodes.CHECKCAST;
import static org.apache.xbean.asm9.Opcodes.GETSTATIC;
import static org.apache.xbean.asm9.Opcodes.INVOKESTATIC;
import static org.apache.xbean.asm9.Opcodes.POP;
import static org.apache.xbean.asm9.Opcodes.POP2;
import static org.apache.xbean.asm9.Opcodes.PUTSTATIC;

import dev.kindling.shell.console.remote.ConsoleVariables;
import org.apache.xbean.asm9.ClassVisitor;
import org.apache.xbean.asm9.ClassWriter;
import org.apache.xbean.asm9.MethodVisitor;
import org.apache.xbean.asm9.Type;
import org.jspecify.annotations.Nullable;

/**
 * A snippet's class as executors get it: reads of console variables, whose fields are empty there, become calls. Members
 * stay as they are, or the computed serialVersionUID would differ from the driver's.
 */
final class ExecutorCopy extends ClassVisitor {
    /** What JShell calls the method that runs a snippet; never run on executors. */
    static final String SNIPPET_METHOD = "do_it$";

    private static final String VARIABLES = Type.getInternalName(ConsoleVariables.class);

    private final SnippetClasses classes;

    private ExecutorCopy(ClassVisitor next, SnippetClasses classes) {
        super(ASM9, next);
        this.classes = classes;
    }

    static byte[] of(SnippetClass original, SnippetClasses classes) {
        var reader = original.reader();
        var writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
        reader.accept(new ExecutorCopy(writer, classes), 0);
        return writer.toByteArray();
    }

    @Override
    public MethodVisitor visitMethod(
            int access, String name, String type, @Nullable String signature, String @Nullable [] exceptions) {
        var next = super.visitMethod(access, name, type, signature, exceptions);
        return name.equals(SNIPPET_METHOD) ? next : new Redirection(next);
    }

    private final class Redirection extends MethodVisitor {
        Redirection(MethodVisitor next) {
            super(ASM9, next);
        }

        @Override
        public void visitFieldInsn(int opcode, String owner, String name, String type) {
            var key = owner + "." + name;
            if (opcode == GETSTATIC && classes.isVariable(key)) {
                read(key, type);
            } else if (opcode == PUTSTATIC && classes.isVariable(key)) {
                super.visitInsn(type.equals("J") || type.equals("D") ? POP2 : POP);
                super.visitLdcInsn(key);
                super.visitMethodInsn(INVOKESTATIC, VARIABLES, "refuseAssignment", "(Ljava/lang/String;)V", false);
            } else {
                super.visitFieldInsn(opcode, owner, name, type);
            }
        }

        private void read(String key, String type) {
            super.visitLdcInsn(key);
            if (type.length() == 1) {
                super.visitMethodInsn(INVOKESTATIC, VARIABLES, "get" + type, "(Ljava/lang/String;)" + type, false);
            } else {
                super.visitMethodInsn(INVOKESTATIC, VARIABLES, "get", "(Ljava/lang/String;)Ljava/lang/Object;", false);
                super.visitTypeInsn(CHECKCAST, Type.getType(type).getInternalName());
            }
        }
    }
}
