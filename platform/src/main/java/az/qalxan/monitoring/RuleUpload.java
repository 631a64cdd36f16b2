package az.qalxan.monitoring;

import az.qalxan.web.ProblemFound;
import az.qalxan.web.Violation;
import az.qalxan.web.WebProblem;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.springframework.web.multipart.MultipartFile;

/** Takes rule files as they are sent: one by one, or as a ZIP of a folder. Bounded. */
final class RuleUpload {

    private static final int FILE_BYTES_MAX = 8 << 20;
    private static final int PATH_CHARS_MAX = 300;

    private final Map<String, byte[]> files = new TreeMap<>();
    private long bytes;
    private int entries;

    private RuleUpload() {}

    static RulePackage of(List<MultipartFile> sent) throws IOException {
        RuleUpload upload = new RuleUpload();
        for (MultipartFile file : sent) {
            String name = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
            try (InputStream in = file.getInputStream()) {
                if (name.endsWith(".zip")) {
                    upload.zip(in);
                } else {
                    upload.add(name, in);
                }
            }
        }
        return new RulePackage(upload.files);
    }

    private void zip(InputStream in) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                count();
                if (!entry.isDirectory()) {
                    add(entry.getName(), zip);
                }
            }
        } catch (ZipException e) {
            throw refused("rules.wrong.zip");
        }
    }

    private void add(String name, InputStream in) throws IOException {
        String path = name.replace('\\', '/').replaceAll("^/+|(^|/)\\.\\.(?=/)", "");
        if (!RulePackage.wanted(path)) {
            return;
        }
        if (path.length() > PATH_CHARS_MAX || path.indexOf('\0') >= 0) {
            throw refused("rules.wrong.path", PATH_CHARS_MAX);
        }
        byte[] content = in.readNBytes(FILE_BYTES_MAX + 1);
        bytes += content.length;
        count();
        if (content.length > FILE_BYTES_MAX || bytes > RulePackage.BYTES_MAX) {
            throw refused("rules.wrong.too-large", RulePackage.BYTES_MAX);
        }
        files.put(path, content);
    }

    private void count() {
        entries++;
        if (entries > 2 * RulePackage.FILES_MAX || files.size() > RulePackage.FILES_MAX) {
            throw refused("rules.wrong.too-many", RulePackage.FILES_MAX);
        }
    }

    private static ProblemFound refused(String key, Object... arguments) {
        return ProblemFound.with(
                WebProblem.INVALID_INPUT, List.of(Violation.at("files", key, arguments)));
    }
}
