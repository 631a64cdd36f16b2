package az.qalxan.access;

/** A person of the caller's own body, as far as every colleague may know. */
public record Colleague(AccountId account, String name) {}
