package dev.kindling.shell.console.code;

import org.apache.xbean.asm9.ClassReader;
import org.apache.xbean.asm9.ClassVisitor;
import org.apache.xbean.asm9.Handle;
import org.apache.xbean.asm9.MethodVisitor;
import org.apache.xbean.asm9.Opcodes;
import org.apache.xbean.asm9.Type;
import org.jspecify.annotations.Nullable;

/** Tells what one method reads, assigns, calls and mentions. */
final class MethodScan extends MethodVisitor {
    private final CodeRef code;
    private final Reachability found;

    private MethodScan(CodeRef code, Reachability found) {
        super(Opcodes.ASM9);
        this.code = code;
        this.found = found;
    }

    static void of(CodeRef code, SnippetClasses classes, Reachability found) {
        var owner = classes.get(code.owner());
        if (owner != null) {
            owner.reader().accept(new Search(code, found), ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        }
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String name, String type) {
        if (opcode == Opcodes.GETSTATIC) {
            found.read(owner + "." + name, code.surely());
        } else if (opcode == Opcodes.PUTSTATIC) {
            found.write(owner + "." + name, code.surely());
        }
        found.type(owner);
        found.type(type);
    }

    @Override
    public void visitMethodInsn(int opcode, String owner, String name, String type, boolean ofInterface) {
        calls(owner, name, type);
        found.types(type);
    }

    @Override
    public void visitInvokeDynamicInsn(String name, String type, Handle bootstrap, Object... arguments) {
        found.types(type);
        for (var argument : arguments) {
            if (argument instanceof Handle target) {
                calls(target.getOwner(), target.getName(), target.getDesc());
            } else if (argument instanceof Type mentioned && mentioned.getSort() == Type.METHOD) {
                found.types(mentioned.getDescriptor());
            }
        }
    }

    @Override
    public void visitTypeInsn(int opcode, String type) {
        found.type(type);
    }

    @Override
    public void visitLdcInsn(Object constant) {
        if (constant instanceof Type mentioned && mentioned.getSort() != Type.METHOD) {
            found.type(mentioned.getDescriptor());
        }
    }

    @Override
    public void visitMultiANewArrayInsn(String type, int dimensions) {
        found.type(type);
    }

    private void calls(String owner, String name, String type) {
        found.method(new CodeRef(owner, name, type, code.surely()));
        found.type(owner);
    }

    private static final class Search extends ClassVisitor {
        private final CodeRef wanted;
        private final Reachability found;

        Search(CodeRef wanted, Reachability found) {
            super(Opcodes.ASM9);
            this.wanted = wanted;
            this.found = found;
        }

        @Override
        public @Nullable MethodVisitor visitMethod(
                int access, String name, String type, @Nullable String signature, String @Nullable [] exceptions) {
            if (!name.equals(wanted.name()) || !type.equals(wanted.type())) {
                return null;
            }
            found.types(type);
            return new MethodScan(wanted, found);
        }
    }
}
