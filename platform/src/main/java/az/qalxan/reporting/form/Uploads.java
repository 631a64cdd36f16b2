package az.qalxan.reporting.form;

import az.qalxan.reporting.Attachments;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.util.WebUtils;

/** Takes the files out of a form; a field left empty is no file. */
final class Uploads {

    private static final String FIELD = "files";

    private Uploads() {}

    /** The chosen files, at most one more than may be sent, none read far beyond its limit. */
    static List<Attachments.Upload> of(HttpServletRequest request) throws IOException {
        List<Attachments.Upload> uploads = new ArrayList<>();
        @Nullable MultipartHttpServletRequest form =
                WebUtils.getNativeRequest(request, MultipartHttpServletRequest.class);
        if (form != null) {
            for (MultipartFile file : form.getFiles(FIELD)) {
                @Nullable String name = file.getOriginalFilename();
                if (name != null
                        && !name.isEmpty()
                        && uploads.size() <= Attachments.FILES_AT_ONCE_MAX) {
                    uploads.add(new Attachments.Upload(name, content(file)));
                }
            }
        }
        return uploads;
    }

    private static byte[] content(MultipartFile file) throws IOException {
        try (InputStream in = file.getInputStream()) {
            return in.readNBytes((int) Math.min(file.getSize(), Attachments.FILE_BYTES_MAX + 1L));
        }
    }
}
