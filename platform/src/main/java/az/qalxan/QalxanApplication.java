package az.qalxan;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;

/** The platform: every domain module below this package, in one process. */
@SpringBootApplication
@Modulithic(systemName = "Qalxan")
public class QalxanApplication {}
