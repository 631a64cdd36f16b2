package az.qalxan.engines.law;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Reads the law of all packs from their files. */
public final class LawPacks {

    private LawPacks() {}

    /** Where files of packs are found: a folder, or the resources of the program. */
    @FunctionalInterface
    public interface Files {

        /**
         * Opens a file by its path below the packs' folder, for example az/law/events.yaml.
         *
         * @return null where there is no such file
         */
        @Nullable InputStream open(String path) throws IOException;
    }

    /**
     * Reads every file that law.yaml names.
     *
     * @throws PackRefused with everything that is wrong in the files
     */
    public static LawFacts read(Files files) throws IOException, PackRefused {
        throw new UnsupportedOperationException("not yet");
    }
}
