package com.crewyard.recruiting.identity.web;

import com.crewyard.recruiting.identity.User;
import com.crewyard.web.Form;
import java.util.Optional;

/** @param invited whom the invitation is for; empty when it is used or has expired */
public record InvitationView(Optional<User> invited, String token, Form form) {}
