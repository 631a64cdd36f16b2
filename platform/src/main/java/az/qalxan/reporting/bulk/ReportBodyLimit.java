package az.qalxan.reporting.bulk;

import az.qalxan.web.ProblemFound;
import az.qalxan.web.WebProblem;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;

/** Refuses a report of more than {@link #BYTES_MAX}: at once when it says so, else when it is. */
@ControllerAdvice(assignableTypes = ReportApi.class)
class ReportBodyLimit extends RequestBodyAdviceAdapter {

    /** Bytes of a report as JSON; the longest that a check accepts is below a quarter of it. */
    static final int BYTES_MAX = 1 << 20;

    @Override
    public boolean supports(
            MethodParameter parameter,
            Type type,
            Class<? extends HttpMessageConverter<?>> converter) {
        return true;
    }

    @Override
    public HttpInputMessage beforeBodyRead(
            HttpInputMessage message,
            MethodParameter parameter,
            Type type,
            Class<? extends HttpMessageConverter<?>> converter)
            throws IOException {
        if (message.getHeaders().getContentLength() > BYTES_MAX) {
            throw tooLarge();
        }
        return new Limited(message.getHeaders(), new LimitedBody(message.getBody()));
    }

    private static ProblemFound tooLarge() {
        return ProblemFound.of(WebProblem.TOO_LARGE);
    }

    private record Limited(HttpHeaders headers, InputStream body) implements HttpInputMessage {

        @Override
        public InputStream getBody() {
            return body;
        }

        @Override
        public HttpHeaders getHeaders() {
            return headers;
        }
    }

    private static final class LimitedBody extends FilterInputStream {

        private long left = BYTES_MAX;

        LimitedBody(InputStream body) {
            super(body);
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            count(Math.max(read, 0));
            return read;
        }

        private void count(int read) {
            left -= read;
            if (left < 0) {
                throw tooLarge();
            }
        }
    }
}
