package az.qalxan.reporting.form;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Somebody with a browser and without an account, at an address of their own. */
final class Visitor {

    private static final AtomicInteger ADDRESSES = new AtomicInteger();

    private final MockMvc mvc;
    private final MockHttpSession session = new MockHttpSession();
    private final int address = ADDRESSES.incrementAndGet();

    Visitor(MockMvc mvc) {
        this.mvc = mvc;
    }

    static Map<String, String> answers(String key, String story) {
        Map<String, String> answers = new HashMap<>();
        answers.put("key", key);
        answers.put("step", "check");
        answers.put("danger", "no");
        answers.put("group", "message");
        answers.put("category", "phone-fraud");
        answers.put("lost", "no");
        answers.put("story", story);
        return answers;
    }

    MockHttpServletResponse see(String path) throws Exception {
        return send(get(path));
    }

    MockHttpServletResponse post(String path, Map<String, String> fields) throws Exception {
        var request = MockMvcRequestBuilders.post(path);
        fields.forEach(request::param);
        return send(request.with(csrf()));
    }

    MockHttpServletResponse postFiles(
            String path, Map<String, String> fields, MockMultipartFile... files) throws Exception {
        MockMultipartHttpServletRequestBuilder request = multipart(path);
        for (MockMultipartFile file : files) {
            request.file(file);
        }
        fields.forEach(request::param);
        return send(request.with(csrf()));
    }

    /** Sends a whole form and opens the receipt. */
    Receipt report(Map<String, String> answers, MockMultipartFile... files) throws Exception {
        Map<String, String> sent = new HashMap<>(answers);
        sent.put("go", "send");
        MockHttpServletResponse answer = postFiles("/report", sent, files);
        if (answer.getStatus() != 302) {
            throw new AssertionError(answer.getStatus() + ": " + answer.getContentAsString());
        }
        return Receipt.read(see("/report/receipt").getContentAsString());
    }

    void open(Receipt receipt) throws Exception {
        post("/follow", Map.of("reference", receipt.reference(), "secret", receipt.secret()));
    }

    private MockHttpServletResponse send(AbstractMockHttpServletRequestBuilder<?> request)
            throws Exception {
        RequestPostProcessor from =
                servlet -> {
                    servlet.setRemoteAddr("203.0.113." + address % 250);
                    return servlet;
                };
        return mvc.perform(request.session(session).with(from)).andReturn().getResponse();
    }

    /** What a receipt shows. */
    record Receipt(String reference, String secret) {

        private static final Pattern REFERENCE = Pattern.compile("M-2[0-9]{3}-[0-9]+");
        private static final Pattern SECRET = Pattern.compile("[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}");

        static Receipt read(String page) {
            return new Receipt(first(REFERENCE, page), first(SECRET, page));
        }

        private static String first(Pattern pattern, String page) {
            Matcher found = pattern.matcher(page);
            return found.find() ? found.group() : "";
        }
    }
}
