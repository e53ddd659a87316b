package com.crewyard.deployment.targets;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The few variables of the machine's that programs get, so that others are found and speak the user's language. */
public final class MachineVariables {

    private static final Set<String> NAMES = Set.of(
            "PATH",
            "HOME",
            "USER",
            "LOGNAME",
            "SHELL",
            "LANG",
            "LANGUAGE",
            "TZ",
            "TMPDIR",
            "JAVA_HOME",
            "VIRTUAL_ENV",
            "SSL_CERT_FILE",
            "SSL_CERT_DIR",
            "http_proxy",
            "https_proxy",
            "no_proxy",
            "HTTP_PROXY",
            "HTTPS_PROXY",
            "NO_PROXY",
            "LD_LIBRARY_PATH");

    private MachineVariables() {}

    public static Map<String, String> here() {
        return System.getenv().entrySet().stream()
                .filter(variable ->
                        NAMES.contains(variable.getKey()) || variable.getKey().startsWith("LC_"))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
