package az.qalxan.demo;

import az.qalxan.access.Role;

/** A sign-in that the demonstration prints. */
public record DemoSignIn(Role role, String body, String username, String password) {}
