-- CC Switch SQLite 导出
-- 生成时间: 2026-11-20 08:00:00
-- user_version: 11
PRAGMA foreign_keys=OFF;
PRAGMA user_version=11;
BEGIN TRANSACTION;
CREATE TABLE providers (
                id TEXT NOT NULL,
                app_type TEXT NOT NULL,
                name TEXT NOT NULL,
                settings_config TEXT NOT NULL,
                website_url TEXT,
                category TEXT,
                created_at INTEGER,
                sort_index INTEGER,
                notes TEXT,
                icon TEXT,
                icon_color TEXT,
                meta TEXT NOT NULL DEFAULT '{}',
                is_current BOOLEAN NOT NULL DEFAULT 0,
                in_failover_queue BOOLEAN NOT NULL DEFAULT 0,
                PRIMARY KEY (id, app_type)
            );
CREATE TABLE provider_endpoints (
                id INTEGER PRIMARY KEY AUTOINCREMENT,
                provider_id TEXT NOT NULL,
                app_type TEXT NOT NULL,
                url TEXT NOT NULL,
                added_at INTEGER,
                FOREIGN KEY (provider_id, app_type) REFERENCES providers(id, app_type) ON DELETE CASCADE
            );
CREATE TABLE settings (key TEXT PRIMARY KEY, value TEXT);
INSERT INTO "providers" ("id", "app_type", "name", "settings_config", "website_url", "category", "created_at", "sort_index", "notes", "icon", "icon_color", "meta", "is_current", "in_failover_queue") VALUES ('official', 'claude', 'Claude Official', '{"env":{}}', 'https://www.anthropic.com/claude-code', 'official', 1700000000001, 0, NULL, 'anthropic', '#D4915D', '{}', 0, 0), ('p1', 'claude', 'Ada''s reseller', '{"env":{"ANTHROPIC_AUTH_TOKEN":"sk-made-up-ccs-0001","ANTHROPIC_BASE_URL":"https://one.example"},"includeCoAuthoredBy":false}', 'https://one.example', 'third_party', 1700000000002, 1, 'paid until May; "-- fine"', NULL, NULL, '{"apiFormat":"anthropic"}', 0, 1);
INSERT INTO "providers" ("id", "app_type", "name", "settings_config", "website_url", "category", "created_at", "sort_index", "notes", "icon", "icon_color", "meta", "is_current", "in_failover_queue") VALUES ('p2', 'claude', '智谱 / GLM', '{"env":{"ANTHROPIC_API_KEY":"sk-made-up-ccs-0002","ANTHROPIC_BASE_URL":"https://two.example/api/anthropic","ANTHROPIC_DEFAULT_HAIKU_MODEL":"glm-4.5-air","ANTHROPIC_DEFAULT_OPUS_MODEL":"glm-4.6","ANTHROPIC_DEFAULT_SONNET_MODEL":"glm-4.6","ANTHROPIC_MODEL":"glm-4.6"}}', NULL, 'cn_official', 1700000000003, 2, NULL, NULL, NULL, '{}', 1, 0);
INSERT INTO "providers" ("id", "app_type", "name", "settings_config", "website_url", "category", "created_at", "sort_index", "notes", "icon", "icon_color", "meta", "is_current", "in_failover_queue") VALUES ('p3', 'claude', 'OpenAI form', '{"env":{"ANTHROPIC_AUTH_TOKEN":"sk-made-up-ccs-0003","ANTHROPIC_BASE_URL":"https://three.example/v1"}}', NULL, 'aggregator', 1700000000004, NULL, NULL, NULL, NULL, '{"apiFormat":"openai_chat"}', 0, 0), ('p4', 'claude', 'Copilot', '{"env":{"ANTHROPIC_BASE_URL":"https://api.githubcopilot.com"}}', NULL, NULL, 1700000000005, NULL, NULL, NULL, NULL, '{"providerType":"github_copilot","authBinding":{"source":"managed_account","authProvider":"github_copilot"}}', 0, 0);
INSERT INTO "providers" ("id", "app_type", "name", "settings_config", "website_url", "category", "created_at", "sort_index", "notes", "icon", "icon_color", "meta", "is_current", "in_failover_queue") VALUES ('c1', 'codex', 'Codex', '{"auth":{"OPENAI_API_KEY":"sk-made-up-ccs-0004"},"config":""}', NULL, NULL, 1700000000006, 0, NULL, NULL, NULL, '{}', 1, 0);
INSERT INTO "provider_endpoints" ("id", "provider_id", "app_type", "url", "added_at") VALUES (1, 'p1', 'claude', 'https://one.example/', 1700000000002), (2, 'p1', 'claude', 'https://one-b.example', 1700000000003), (3, 'c1', 'codex', 'https://codex.example', 1700000000006);
INSERT INTO "settings" ("key", "value") VALUES ('language', 'zh');
COMMIT;
PRAGMA foreign_keys=ON;
