package az.qalxan.exchange.taxii;

import az.qalxan.web.ProblemFound;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Says what went wrong as TAXII 2.1 does (section 3.6.1). */
@RestControllerAdvice(basePackageClasses = TaxiiAdvice.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
final class TaxiiAdvice {

    private static final Logger LOG = LoggerFactory.getLogger(TaxiiAdvice.class);
    private static final int RETRY_SECONDS = 2;
    private static final Map<Integer, String> TITLES =
            Map.of(
                    401, "The client has not signed in",
                    403, "The client may not do this",
                    404, "There is no such resource for this client",
                    429, "Too many requests");

    TaxiiAdvice() {}

    @ExceptionHandler(TaxiiFault.class)
    ResponseEntity<byte[]> found(TaxiiFault fault) {
        ResponseEntity<byte[]> answer =
                error(fault.status(), words(fault.title(), fault.description(), ""));
        return fault.status() == 503 ? later(answer) : answer;
    }

    /** What is decided before a request reaches this module: sign-in, rights, haste. */
    @ExceptionHandler(ProblemFound.class)
    ResponseEntity<byte[]> found(ProblemFound found) {
        int status = found.problem().status();
        ResponseEntity<byte[]> answer =
                error(
                        status,
                        words(
                                TITLES.getOrDefault(status, "The request was refused"),
                                "",
                                "urn:qalxan:problem:" + found.problem().slug()));
        if (status != 401) {
            return answer;
        }
        return ResponseEntity.status(status)
                .headers(answer.getHeaders())
                .header("WWW-Authenticate", "Basic realm=\"Qalxan\", charset=\"UTF-8\"")
                .body(answer.getBody());
    }

    /** The database was away for a moment: whoever sends the same again loses nothing. */
    @ExceptionHandler({DataAccessResourceFailureException.class, TransactionException.class})
    ResponseEntity<byte[]> away(RuntimeException error) {
        LOG.warn("the TAXII server has no database now: {}", error.toString());
        return later(error(503, words("The server cannot answer now", "Send it again later.", "")));
    }

    private static ResponseEntity<byte[]> later(ResponseEntity<byte[]> answer) {
        return ResponseEntity.status(503)
                .headers(answer.getHeaders())
                .header("Retry-After", String.valueOf(RETRY_SECONDS))
                .body(answer.getBody());
    }

    /** A defect: logged once, told without its inside. */
    @ExceptionHandler(Throwable.class)
    ResponseEntity<byte[]> unexpected(Throwable error) {
        String incident = UUID.randomUUID().toString().substring(0, 8);
        LOG.error("incident {} in the TAXII server", incident, error);
        return error(500, words("The server failed", "Incident " + incident, ""));
    }

    private static Map<String, String> words(String title, String description, String code) {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("title", title);
        words.put("description", description);
        words.put("error_id", UUID.randomUUID().toString());
        words.put("error_code", code);
        return words;
    }

    private static ResponseEntity<byte[]> error(int status, Map<String, String> words) {
        return TaxiiAnswers.error(status, words);
    }
}
