package com.crewyard.recruiting.files.internal;

import com.crewyard.recruiting.platform.Settings;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({DiskSettings.class, S3Settings.class})
class BlobStoreConfiguration {

    @Bean
    BlobStore blobStore(Settings settings, DiskSettings disk, S3Settings s3) {
        return s3.configured() ? new S3BlobStore(s3) : new DiskBlobStore(disk.folderIn(settings.data()));
    }
}
