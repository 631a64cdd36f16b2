package az.qalxan.database;

import java.util.LinkedHashMap;
import java.util.Map;

/** The settings of the embedded server, sized for a machine of two cores and a few gigabytes. */
final class ServerSettings {

    private ServerSettings() {}

    static Map<String, String> of(boolean durable) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("listen_addresses", "127.0.0.1");
        settings.put("unix_socket_directories", "");
        settings.put("timezone", "UTC");
        settings.put("max_connections", "60");
        settings.put("shared_buffers", "512MB");
        settings.put("work_mem", "16MB");
        settings.put("maintenance_work_mem", "128MB");
        settings.put("max_wal_size", "2GB");
        settings.put("random_page_cost", "1.1");
        settings.put("jit", "off");
        if (!durable) {
            settings.put("fsync", "off");
            settings.put("synchronous_commit", "off");
            settings.put("full_page_writes", "off");
        }
        return settings;
    }
}
