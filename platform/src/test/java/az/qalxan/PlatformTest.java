package az.qalxan;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;

/**
 * A test of the whole platform on a real PostgreSQL. Every such test of a fork shares one context
 * and one database, so a test asserts on rows it made itself.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "qalxan.data=target/test-data/${qalxan.fork:fork-1}",
            "qalxan.database.durable=false",
            "qalxan.access.rate.sign-in.burst=300",
            "qalxan.access.rate.public-page.burst=5000",
            "qalxan.access.rate.sign-in.per-minute=60"
        })
@AutoConfigureMockMvc
public @interface PlatformTest {}
