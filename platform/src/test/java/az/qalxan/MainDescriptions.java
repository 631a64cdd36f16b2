package az.qalxan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Gives out the descriptions of packages as the program has them. Tests describe the same packages
 * and stand before the program on the class path, so that otherwise theirs would be read, which
 * declare no module.
 */
final class MainDescriptions extends ClassLoader {

    private static final String DESCRIPTION = ".package-info";

    private final Path classes;

    MainDescriptions(Path classes, ClassLoader parent) {
        super(parent);
        this.classes = classes;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            Path file = classes.resolve(name.replace('.', '/') + ".class");
            if (!name.endsWith(DESCRIPTION) || !Files.isRegularFile(file)) {
                return super.loadClass(name, resolve);
            }
            Class<?> known = findLoadedClass(name);
            return known == null ? read(name, file) : known;
        }
    }

    private Class<?> read(String name, Path file) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            return defineClass(name, bytes, 0, bytes.length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
