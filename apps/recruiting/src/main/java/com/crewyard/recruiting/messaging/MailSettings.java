package com.crewyard.recruiting.messaging;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param from the address that messages come from; the mail server's login when empty */
@ConfigurationProperties("crewyard.mail")
record MailSettings(@DefaultValue("") String from) {}
