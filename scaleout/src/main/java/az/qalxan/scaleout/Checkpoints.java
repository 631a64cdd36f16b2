package az.qalxan.scaleout;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.flink.core.fs.FileStatus;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.fs.Path;

/** The folder of checkpoints: jobs' folders in it, in each {@code chk-N}, whole with _metadata. */
final class Checkpoints {

    private static final String BEGINNING = "chk-";

    private Checkpoints() {}

    private record Whole(Path path, long number, long written) {}

    /** The newest whole checkpoint; a job that goes on from one counts on from its number. */
    static Optional<Path> newest(Path folder) throws IOException {
        FileSystem files = folder.getFileSystem();
        List<Whole> whole = new ArrayList<>();
        for (FileStatus job : list(files, folder)) {
            for (FileStatus one : list(files, job.getPath())) {
                String name = one.getPath().getName();
                Path metadata = new Path(one.getPath(), "_metadata");
                if (name.startsWith(BEGINNING) && files.exists(metadata)) {
                    long number = Long.parseLong(name.substring(BEGINNING.length()));
                    long written = files.getFileStatus(metadata).getModificationTime();
                    whole.add(new Whole(one.getPath(), number, written));
                }
            }
        }
        return whole.stream()
                .max(Comparator.comparingLong(Whole::number).thenComparingLong(Whole::written))
                .map(Whole::path);
    }

    private static List<FileStatus> list(FileSystem files, Path folder) throws IOException {
        try {
            FileStatus[] found = files.listStatus(folder);
            return found == null ? List.of() : List.of(found);
        } catch (FileNotFoundException e) {
            return List.of();
        }
    }
}
