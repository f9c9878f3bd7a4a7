package dev.kindling.shell.console.code;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.xbean.asm9.ClassReader;
import org.apache.xbean.asm9.ClassVisitor;
import org.apache.xbean.asm9.MethodVisitor;
import org.apache.xbean.asm9.Opcodes;
import org.apache.xbean.asm9.Type;
import org.jspecify.annotations.Nullable;

/**
 * Which console variables code may read that is about to be sent.
 *
 * <p>Sure are those that the body of a lambda reads, or a console method that it calls. Possible are those that any method
 * of a console class reads that this code mentions: who calls it cannot be known. For one thread.
 */
public final class Reachability {
    private final SnippetClasses classes;
    private final Set<String> sure = new LinkedHashSet<>();
    private final Set<String> possible = new LinkedHashSet<>();
    private final Set<String> assigned = new LinkedHashSet<>();
    private final Set<CodeRef> seenCode = new HashSet<>();
    private final Set<String> seenTypes = new HashSet<>();
    private final Deque<CodeRef> codeToDo = new ArrayDeque<>();
    private final Deque<String> typesToDo = new ArrayDeque<>();

    /** Nothing is reached yet. */
    public Reachability(SnippetClasses classes) {
        this.classes = classes;
    }

    /** The code of a lambda or method reference: it will be called. */
    public void called(String owner, String name, String type) {
        method(new CodeRef(owner, name, type, true));
        drain();
    }

    /** A class of an object that is sent. */
    public void sent(String internalName) {
        type(internalName);
        drain();
    }

    /** Whether any code of the console is reached. */
    public boolean any() {
        return !seenCode.isEmpty() || !seenTypes.isEmpty();
    }

    /** Keys of variables that will be read. */
    public Collection<String> sure() {
        return List.copyOf(sure);
    }

    /** Keys of variables that may be read. */
    public Collection<String> possible() {
        return List.copyOf(possible);
    }

    /** Keys of variables that will be assigned. */
    public Collection<String> assigned() {
        return List.copyOf(assigned);
    }

    void read(String key, boolean surely) {
        if (classes.isVariable(key)) {
            (surely ? sure : possible).add(key);
        }
    }

    void write(String key, boolean surely) {
        if (surely && classes.isVariable(key)) {
            assigned.add(key);
        }
    }

    void method(CodeRef code) {
        if (classes.contains(code.owner()) && seenCode.add(code)) {
            codeToDo.add(code);
        }
    }

    /** A type by its internal name or descriptor, of an array also. */
    void type(String mentioned) {
        var name = mentioned.replaceFirst("^\\[+", "");
        if (name.startsWith("L") && name.endsWith(";")) {
            name = name.substring(1, name.length() - 1);
        }
        if (classes.contains(name) && !classes.isWrapper(name) && seenTypes.add(name)) {
            typesToDo.add(name);
        }
    }

    void types(String methodType) {
        for (var argument : Type.getArgumentTypes(methodType)) {
            type(argument.getDescriptor());
        }
        type(Type.getReturnType(methodType).getDescriptor());
    }

    private void drain() {
        while (true) {
            if (!codeToDo.isEmpty()) {
                MethodScan.of(codeToDo.remove(), classes, this);
            } else if (!typesToDo.isEmpty()) {
                scanType(typesToDo.remove());
            } else {
                return;
            }
        }
    }

    /** An object of a subtype may be where the type is named, and any of its methods may be called. */
    private void scanType(String name) {
        classes.subtypesOf(name).forEach(this::type);
        var scanned = classes.get(name);
        if (scanned == null) {
            return;
        }
        scanned.supertypes().forEach(this::type);
        scanned.reader().accept(new MethodsOf(name), ClassReader.SKIP_CODE);
    }

    private final class MethodsOf extends ClassVisitor {
        private final String owner;

        MethodsOf(String owner) {
            super(Opcodes.ASM9);
            this.owner = owner;
        }

        @Override
        public @Nullable MethodVisitor visitMethod(
                int access, String name, String type, @Nullable String signature, String @Nullable [] exceptions) {
            method(new CodeRef(owner, name, type, false));
            return null;
        }
    }
}
