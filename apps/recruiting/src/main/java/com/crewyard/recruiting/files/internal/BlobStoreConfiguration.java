package com.crewyard.recruiting.files.internal;

import com.crewyard.recruiting.platform.Settings;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(S3Settings.class)
class BlobStoreConfiguration {

    private static final String DIRECTORY = "files";

    @Bean
    BlobStore blobStore(Settings settings, S3Settings s3) {
        return s3.configured()
                ? new S3BlobStore(s3)
                : new DiskBlobStore(settings.data().resolve(DIRECTORY));
    }
}
