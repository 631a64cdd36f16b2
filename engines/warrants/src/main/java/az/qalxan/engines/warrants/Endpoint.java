package az.qalxan.engines.warrants;

/** A party to the exchange: an authority or a provider, within a country. */
public record Endpoint(String country, String identifier) {}
