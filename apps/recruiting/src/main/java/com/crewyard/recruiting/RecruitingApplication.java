package com.crewyard.recruiting;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The recruiting application; the command line starts it as any of its roles. */
@SpringBootApplication(proxyBeanMethods = false)
public class RecruitingApplication {

    static void main(String[] arguments) {
        SpringApplication.run(RecruitingApplication.class, arguments);
    }
}
