package org.tansiq.gateway.problems;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystemAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.asm.ClassReader;
import org.springframework.asm.ClassVisitor;
import org.springframework.asm.Label;
import org.springframework.asm.MethodVisitor;
import org.springframework.asm.Opcodes;
import org.tansiq.domain.shared.Conflict;
import org.tansiq.domain.shared.Invalid;
import org.tansiq.domain.shared.NotAllowed;
import org.tansiq.domain.shared.NotFound;

/**
 * The codes of all refusals in the compiled classes of the project: the first text between {@code new Conflict} and its
 * constructor, every branch of it; or between a subclass's start and {@code super}. A code that
 * comes in a variable is not found.
 */
final class RefusalCodes {
    private static final Map<String, String> PREFIXES = Map.of(
            internal(Invalid.class), "",
            internal(Conflict.class), "",
            internal(NotAllowed.class), "",
            internal(NotFound.class), "no-such-");

    private RefusalCodes() {}

    static Set<String> all() throws IOException {
        var codes = new TreeSet<String>();
        for (var place : places()) {
            try (var classes = Files.walk(place)) {
                for (var file :
                        (Iterable<Path>) classes.filter(path -> path.toString().endsWith(".class"))::iterator) {
                    new ClassReader(Files.readAllBytes(file)).accept(new Searching(codes), ClassReader.SKIP_DEBUG);
                }
            }
        }
        return codes;
    }

    private static Set<Path> places() throws IOException {
        var places = new LinkedHashSet<Path>();
        for (var found : Collections.list(RefusalCodes.class.getClassLoader().getResources("org/tansiq"))) {
            var uri = URI.create(found.toString());
            if (found.getProtocol().equals("jar")) {
                places.add(jar(uri).getPath("org/tansiq"));
            } else if (!found.getPath().contains("test-classes")) {
                places.add(Path.of(uri));
            }
        }
        return places;
    }

    private static FileSystem jar(URI uri) throws IOException {
        try {
            return FileSystems.newFileSystem(uri, Map.of());
        } catch (FileSystemAlreadyExistsException open) {
            return FileSystems.getFileSystem(uri);
        }
    }

    private static String internal(Class<?> type) {
        return type.getName().replace('.', '/');
    }

    private static final class Searching extends ClassVisitor {
        private final Set<String> codes;
        private @Nullable String prefixOfSuper;

        Searching(Set<String> codes) {
            super(Opcodes.ASM9);
            this.codes = codes;
        }

        @Override
        public void visit(
                int version, int access, String name, String signature, String superName, String[] interfaces) {
            prefixOfSuper = superName == null ? null : PREFIXES.get(superName);
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String name, String descriptor, String signature, String[] exceptions) {
            return new InMethod(codes, name.equals("<init>") ? prefixOfSuper : null);
        }
    }

    private static final class InMethod extends MethodVisitor {
        private final Set<String> codes;
        private @Nullable String prefix;
        private boolean wanted;
        private boolean justFound;

        InMethod(Set<String> codes, @Nullable String prefix) {
            super(Opcodes.ASM9);
            this.codes = codes;
            this.prefix = prefix;
            wanted = prefix != null;
        }

        @Override
        public void visitTypeInsn(int opcode, String type) {
            if (opcode == Opcodes.NEW && PREFIXES.containsKey(type)) {
                prefix = PREFIXES.get(type);
                wanted = true;
            }
        }

        @Override
        public void visitLdcInsn(Object value) {
            if (wanted && value instanceof String code) {
                codes.add(prefix + code);
                wanted = false;
                justFound = true;
            } else {
                justFound = false;
            }
        }

        /** The other branches of a conditional or a switch come after the jump over them. */
        @Override
        public void visitJumpInsn(int opcode, Label label) {
            if (opcode == Opcodes.GOTO && justFound) {
                wanted = true;
            }
            justFound = false;
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
            if (name.equals("<init>") && PREFIXES.containsKey(owner)) {
                wanted = false;
            }
            justFound = false;
        }
    }
}
