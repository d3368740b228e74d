CREATE TABLE endpoints (
		id INTEGER PRIMARY KEY AUTOINCREMENT,
		name TEXT UNIQUE NOT NULL,
		api_url TEXT NOT NULL,
		api_key TEXT NOT NULL,
		auth_mode TEXT DEFAULT 'api_key',
		enabled BOOLEAN DEFAULT TRUE,
		transformer TEXT DEFAULT 'claude',
		model TEXT,
		remark TEXT,
		sort_order INTEGER DEFAULT 0,
		created_at DATETIME DEFAULT CURRENT_TIMESTAMP,
		updated_at DATETIME DEFAULT CURRENT_TIMESTAMP
	);
CREATE TABLE app_config (key TEXT PRIMARY KEY, value TEXT, updated_at DATETIME DEFAULT CURRENT_TIMESTAMP);
INSERT INTO endpoints (name, api_url, api_key, enabled, transformer, sort_order) VALUES ('Later', 'https://later.example', 'sk-made-up-nexus-0012', 0, 'claude', 1);
INSERT INTO endpoints (name, api_url, api_key, enabled, transformer, remark, sort_order) VALUES ('Sooner', 'sooner.example', 'sk-made-up-nexus-0011', 1, 'claude', 'first', 0);
INSERT INTO endpoints (name, api_url, api_key, auth_mode, enabled, transformer, sort_order) VALUES ('Pool', 'https://pool.example', '', 'token_pool', 1, 'claude', 2);
