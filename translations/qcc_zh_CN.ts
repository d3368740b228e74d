<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>BoardCardText</name>
    <message>
        <source>It has no endpoint yet.</source>
        <translation>还没有端点。</translation>
    </message>
    <message>
        <source>Health: %1 (%2).</source>
        <comment>a word, and how many endpoints are healthy</comment>
        <translation>健康度：%1（%2）。</translation>
    </message>
    <message>
        <source>Health: %1 (%2), answers in %3.</source>
        <translation>健康度：%1（%2），应答 %3。</translation>
    </message>
    <message>
        <source>Active: requests go here first, because a person chose it.</source>
        <translation>使用中：请求首先发往这里，由人工选定。</translation>
    </message>
    <message>
        <source>Active: requests go here first.</source>
        <translation>使用中：请求首先发往这里。</translation>
    </message>
    <message>
        <source>Disabled: it gets no requests.</source>
        <translation>已停用：不接收请求。</translation>
    </message>
    <message>
        <source>Its group is switched off: it gets no requests.</source>
        <translation>所在的组已关闭：不接收请求。</translation>
    </message>
    <message>
        <source>It can&apos;t serve now: %1.</source>
        <comment>%1: &quot;limited until 14:35:10&quot;</comment>
        <translation>目前无法提供服务：%1。</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>a config and its description</comment>
        <translation>%1——%2</translation>
    </message>
</context>
<context>
    <name>BoardText</name>
    <message>
        <source>Moved %1 to %2</source>
        <comment>%1: a config, %2: a priority group</comment>
        <translation>已将 %1 移到“%2”</translation>
    </message>
    <message numerus="yes">
        <source>Moved %n config(s) to %1</source>
        <comment>%1: a priority group</comment>
        <translation>
            <numerusform>已将 %n 个配置移到“%1”</numerusform>
        </translation>
    </message>
    <message>
        <source>Changed the order in %1</source>
        <comment>%1: a priority group</comment>
        <translation>已调整“%1”中的顺序</translation>
    </message>
    <message>
        <source>Moved configs between the groups</source>
        <translation>已在各组之间移动配置</translation>
    </message>
    <message>
        <source>The move is undone</source>
        <translation>已撤销移动</translation>
    </message>
    <message>
        <source>What is shown here is no longer up to date: the proxy does not answer.</source>
        <translation>这里显示的内容可能已过时：代理没有应答。</translation>
    </message>
    <message>
        <source>The proxy could not be started: Claude Code is not served.</source>
        <translation>代理无法启动：Claude Code 得不到服务。</translation>
    </message>
    <message>
        <source>The proxy is off: Claude Code gets no answers at this address.</source>
        <translation>代理已关闭：Claude Code 在此地址得不到应答。</translation>
    </message>
    <message>
        <source>Nothing is switched automatically until you resume.</source>
        <translation>在您继续之前，不会自动切换。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>The proxy may have ended, or be busy.</source>
        <translation>代理可能已结束，或者正忙。</translation>
    </message>
    <message>
        <source>The last good settings stay in force.</source>
        <translation>上一次有效的设置继续生效。</translation>
    </message>
    <message>
        <source>Keys lie in a plain file that only you can read, %1: no keyring can be reached here, or none is wanted.</source>
        <translation>密钥保存在只有您能读取的普通文件 %1 中：此处无法访问密钥环，或未启用密钥环。</translation>
    </message>
    <message>
        <source>Pinned until %1</source>
        <comment>%1: a time</comment>
        <translation>固定到 %1</translation>
    </message>
    <message>
        <source>Pinned</source>
        <comment>until released</comment>
        <translation>已固定</translation>
    </message>
    <message>
        <source>Down: %1</source>
        <comment>%1: a failure</comment>
        <translation>不可用：%1</translation>
    </message>
    <message>
        <source>Down</source>
        <comment>a config</comment>
        <translation>不可用</translation>
    </message>
    <message>
        <source>Key rejected</source>
        <comment>a config</comment>
        <translation>密钥被拒绝</translation>
    </message>
    <message numerus="yes">
        <source>%n key(s) rejected</source>
        <translation>
            <numerusform>%n 个密钥被拒绝</numerusform>
        </translation>
    </message>
    <message>
        <source>No key</source>
        <comment>a config</comment>
        <translation>无密钥</translation>
    </message>
    <message numerus="yes">
        <source>%n without a key</source>
        <comment>endpoints</comment>
        <translation>
            <numerusform>%n 个端点无密钥</numerusform>
        </translation>
    </message>
    <message>
        <source>Out of credit</source>
        <comment>a config</comment>
        <translation>余额不足</translation>
    </message>
    <message numerus="yes">
        <source>%n out of credit</source>
        <comment>endpoints</comment>
        <translation>
            <numerusform>%n 个端点余额不足</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n limited</source>
        <comment>endpoints</comment>
        <translation>
            <numerusform>%n 个端点受限</numerusform>
        </translation>
    </message>
    <message>
        <source>Limited until %1</source>
        <comment>%1: a time</comment>
        <translation>受限到 %1</translation>
    </message>
    <message>
        <source>Limited</source>
        <comment>a config</comment>
        <translation>受限</translation>
    </message>
    <message>
        <source>Active</source>
        <comment>a config</comment>
        <translation>使用中</translation>
    </message>
    <message>
        <source>No endpoint</source>
        <comment>a config</comment>
        <translation>无端点</translation>
    </message>
    <message>
        <source>Held back</source>
        <comment>a config</comment>
        <translation>熔断中</translation>
    </message>
    <message>
        <source>a removed endpoint</source>
        <translation>已删除的端点</translation>
    </message>
    <message>
        <source>%1/%2</source>
        <comment>a config and its endpoint</comment>
        <translation>%1/%2</translation>
    </message>
    <message>
        <source>%1 – %2 (%3)</source>
        <comment>an endpoint, what its check told, a time span</comment>
        <translation>%1：%2（%3）</translation>
    </message>
    <message>
        <source>%1 – %2 (%3)</source>
        <comment>an endpoint, what its check told, a failure</comment>
        <translation>%1：%2（%3）</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>an endpoint, a failure</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>There was no endpoint to check.</source>
        <translation>没有可检查的端点。</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n endpoint(s) work</source>
        <translation>
            <numerusform>%n 个端点中 %1 个可用</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>an endpoint&apos;s health, and its latency</comment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Last error: %1, at %2</source>
        <comment>%1: a failure, %2: a time</comment>
        <translation>最近的错误：%1（%2）</translation>
    </message>
    <message>
        <source>Last error: %1</source>
        <translation>最近的错误：%1</translation>
    </message>
    <message>
        <source>Starting</source>
        <comment>overall state</comment>
        <translation>正在启动</translation>
    </message>
    <message>
        <source>Not connected</source>
        <comment>overall state</comment>
        <translation>未连接</translation>
    </message>
    <message>
        <source>Not running</source>
        <comment>overall state</comment>
        <translation>未运行</translation>
    </message>
    <message>
        <source>Proxy off</source>
        <comment>overall state</comment>
        <translation>代理已关闭</translation>
    </message>
    <message>
        <source>Nothing to serve with</source>
        <comment>overall state</comment>
        <translation>无可用配置</translation>
    </message>
    <message>
        <source>Your network is down</source>
        <comment>overall state</comment>
        <translation>本机网络已断开</translation>
    </message>
    <message>
        <source>All down</source>
        <comment>overall state</comment>
        <translation>全部不可用</translation>
    </message>
    <message>
        <source>Automation paused</source>
        <comment>overall state</comment>
        <translation>自动切换已暂停</translation>
    </message>
    <message>
        <source>Failed over</source>
        <comment>overall state</comment>
        <translation>已故障转移</translation>
    </message>
    <message>
        <source>Degraded</source>
        <comment>overall state</comment>
        <translation>降级</translation>
    </message>
    <message>
        <source>All well</source>
        <comment>overall state</comment>
        <translation>一切正常</translation>
    </message>
    <message>
        <source>Start it here</source>
        <translation>在此启动</translation>
    </message>
    <message>
        <source>QCC is starting…</source>
        <translation>QCC 正在启动…</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>设置…</translation>
    </message>
    <message>
        <source>Edit %1…</source>
        <translation>编辑 %1…</translation>
    </message>
    <message>
        <source>Details…</source>
        <translation>详情…</translation>
    </message>
    <message>
        <source>Switch the proxy on</source>
        <translation>开启代理</translation>
    </message>
    <message>
        <source>Put its settings back</source>
        <translation>还原其设置</translation>
    </message>
    <message>
        <source>Another program, or a hand, has changed what QCC wrote into %1. QCC leaves it as it is.</source>
        <translation>QCC 写入 %1 的内容已被他人或其他程序更改。QCC 不会再改动它。</translation>
    </message>
    <message>
        <source>Next step: QCC puts its address into Claude Code&apos;s settings. Switching it off puts them back.</source>
        <translation>下一步：QCC 将自己的地址写入 Claude Code 的设置。关闭时会还原。</translation>
    </message>
    <message>
        <source>Connect Claude Code</source>
        <translation>连接 Claude Code</translation>
    </message>
</context>
<context>
    <name>ChannelWords</name>
    <message>
        <source>QCC posts each alert as JSON to this address. With a signing secret, every message carries a signature that the receiver can check.</source>
        <translation>QCC 将每条告警以 JSON 格式发送到此地址。设置签名密钥后，每条消息都带有接收方可以校验的签名。</translation>
    </message>
    <message>
        <source>In Slack, open your app&apos;s &quot;Incoming Webhooks&quot;, add a webhook for the channel, and copy its whole address.</source>
        <translation>在 Slack 中打开您的应用的“Incoming Webhooks”，为频道添加一个 webhook，并复制完整地址。</translation>
    </message>
    <message>
        <source>In the group&apos;s settings, add a custom bot under &quot;Bots&quot; and copy its address. If its security is &quot;Sign&quot;, copy the secret as well.</source>
        <translation>在群设置的“机器人”中添加自定义机器人，并复制它的地址。如果安全设置选了“加签”，也请复制密钥。</translation>
    </message>
    <message>
        <source>In the group&apos;s settings, add a custom bot under &quot;Bots&quot; and copy its address. If the signature check is on, copy the secret as well.</source>
        <translation>在群设置的“机器人”中添加自定义机器人，并复制它的地址。如果启用了“签名校验”，也请复制密钥。</translation>
    </message>
    <message>
        <source>In the group&apos;s menu, add a group bot and copy its webhook address.</source>
        <translation>在群设置中添加群机器人，并复制它的 webhook 地址。</translation>
    </message>
    <message>
        <source>Ask @BotFather for a bot and its token, and write to the bot once. The chat is your number there, or the @name of a channel that the bot may post in.</source>
        <translation>向 @BotFather 申请机器人及其令牌，并先给机器人发一条消息。聊天填您在那里的数字 ID，或机器人可以发消息的频道的 @名称。</translation>
    </message>
    <message>
        <source>In the channel&apos;s settings, open &quot;Integrations&quot;, make a webhook, and copy its address.</source>
        <translation>在频道设置中打开“整合”，创建 webhook，并复制它的地址。</translation>
    </message>
    <message>
        <source>Choose a topic that nobody guesses, and subscribe to it in the ntfy app: whoever knows its name can read along.</source>
        <translation>选一个别人猜不到的主题，并在 ntfy 应用中订阅：知道主题名称的人都能看到消息。</translation>
    </message>
    <message>
        <source>The server that takes your outgoing mail, as in your mail program. Many providers want a password made for this purpose.</source>
        <translation>您的发件服务器，与邮件程序中的设置相同。许多服务商要求使用专门的授权码作为密码。</translation>
    </message>
    <message>
        <source>The program runs as you, without a shell. It gets the alert as JSON on its standard input, and in variables that begin with QCC_ALERT_.</source>
        <translation>程序以您的身份运行，不经过 shell。告警以 JSON 格式从标准输入传入，也写在以 QCC_ALERT_ 开头的变量中。</translation>
    </message>
    <message>
        <source>C&amp;hat</source>
        <translation>聊天(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Topic</source>
        <translation>主题(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;To</source>
        <translation>收件人(&amp;T)</translation>
    </message>
    <message>
        <source>A number, or @name</source>
        <translation>数字 ID 或 @名称</translation>
    </message>
    <message>
        <source>For example: qcc-8f3a61</source>
        <translation>例如：qcc-8f3a61</translation>
    </message>
    <message>
        <source>Mail addresses, with commas between</source>
        <translation>邮件地址，用逗号分隔</translation>
    </message>
</context>
<context>
    <name>ChartText</name>
    <message>
        <source>%1 %</source>
        <comment>a percentage</comment>
        <translation>%1%</translation>
    </message>
    <message>
        <source>no data</source>
        <translation>无数据</translation>
    </message>
    <message>
        <source>%1 is active since %2 (%3)</source>
        <translation>%1 自 %2 起使用中（%3）</translation>
    </message>
    <message>
        <source>%1 was active from %2 to %3 (%4)</source>
        <translation>%1 在 %2 至 %3 期间使用（%4）</translation>
    </message>
</context>
<context>
    <name>CliText</name>
    <message>
        <source>Connect Claude Code to the proxy</source>
        <translation>让 Claude Code 连接代理</translation>
    </message>
    <message>
        <source>Print the two variables that Claude Code needs, with the local token</source>
        <translation>输出 Claude Code 所需的两个环境变量（含本地令牌）</translation>
    </message>
    <message>
        <source>Print JSON</source>
        <translation>以 JSON 格式输出</translation>
    </message>
    <message>
        <source>The key is in %1.</source>
        <translation>密钥保存在 %1。</translation>
    </message>
    <message>
        <source>The key is in %1: no desktop keyring is reachable.</source>
        <translation>密钥保存在 %1：无法访问桌面密钥环。</translation>
    </message>
    <message>
        <source>Cannot write the output: %1.</source>
        <translation>无法写入输出：%1。</translation>
    </message>
    <message>
        <source>Examples:</source>
        <translation>示例:</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>未做任何更改。</translation>
    </message>
    <message>
        <source>Added &quot;%1&quot;.</source>
        <translation>已添加“%1”。</translation>
    </message>
    <message>
        <source>Added &quot;%1&quot;, without an endpoint yet. Add one with: qcc endpoint add %2 --url URL</source>
        <translation>已添加“%1”，但还没有端点。添加端点：qcc endpoint add %2 --url URL</translation>
    </message>
    <message>
        <source>Add a config, at once with its first endpoint if --url is given</source>
        <translation>添加配置；给出 --url 时同时添加它的第一个端点</translation>
    </message>
    <message>
        <source>Name of the config</source>
        <translation>配置的名称</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>配置的说明</translation>
    </message>
    <message>
        <source>primary, secondary, fallback or disabled (default: the first of primary and secondary that is empty, else fallback)</source>
        <translation>primary、secondary、fallback 或 disabled（默认：primary 与 secondary 中第一个空的组，都不空则为 fallback）</translation>
    </message>
    <message>
        <source>Renamed &quot;%1&quot; to &quot;%2&quot;.</source>
        <translation>已将“%1”重命名为“%2”。</translation>
    </message>
    <message>
        <source>Changed &quot;%1&quot;.</source>
        <translation>已更改“%1”。</translation>
    </message>
    <message>
        <source>Its new name</source>
        <translation>新的名称</translation>
    </message>
    <message>
        <source>Its new description</source>
        <translation>新的说明</translation>
    </message>
    <message>
        <source>An error that means &quot;ask the next one&quot;, as STATUS or STATUS:WORDS; may be repeated, replaces those before</source>
        <translation>表示“改问下一个”的错误，写作 状态码 或 状态码:文字；可重复给出，会替换原有设置</translation>
    </message>
    <message>
        <source>No such errors any more</source>
        <translation>清除所有此类错误设置</translation>
    </message>
    <message>
        <source>Remove &quot;%1&quot; with its endpoints and keys? [y/N] </source>
        <translation>删除“%1”及其端点和密钥？[y/N] </translation>
    </message>
    <message>
        <source>Removed &quot;%1&quot;.</source>
        <translation>已删除“%1”。</translation>
    </message>
    <message>
        <source>Remove a config with its endpoints and keys</source>
        <translation>删除配置及其端点和密钥</translation>
    </message>
    <message>
        <source>Don&apos;t ask</source>
        <translation>不询问确认</translation>
    </message>
    <message>
        <source>Name or id of the endpoint</source>
        <translation>端点的名称或编号</translation>
    </message>
    <message>
        <source>Added an endpoint to &quot;%1&quot;: %2</source>
        <translation>已为“%1”添加端点：%2</translation>
    </message>
    <message>
        <source>Add an endpoint to a config</source>
        <translation>为配置添加端点</translation>
    </message>
    <message>
        <source>Nothing to change: give at least one option (see qcc endpoint edit --help).</source>
        <translation>没有要更改的内容：请至少给出一个选项（参见 qcc endpoint edit --help）。</translation>
    </message>
    <message>
        <source>Change an endpoint, or its key</source>
        <translation>更改端点或其密钥</translation>
    </message>
    <message>
        <source>Remove the endpoint &quot;%1&quot; with its key? [y/N] </source>
        <translation>删除端点“%1”及其密钥？[y/N] </translation>
    </message>
    <message>
        <source>Remove an endpoint with its key</source>
        <translation>删除端点及其密钥</translation>
    </message>
    <message>
        <source>List the endpoints of a config</source>
        <translation>列出配置的端点</translation>
    </message>
    <message>
        <source>Add, change, remove or list the endpoints of a config</source>
        <translation>添加、更改、删除或列出配置的端点</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no time; write it like 10, 1.5s, 500ms or 2m</source>
        <translation>“%1”不是时间；请写成 10、1.5s、500ms 或 2m 这样的形式</translation>
    </message>
    <message>
        <source>Base URL, such as https://api.anthropic.com</source>
        <translation>基础 URL，例如 https://api.anthropic.com</translation>
    </message>
    <message>
        <source>Name of the endpoint (default: the URL&apos;s host)</source>
        <translation>端点的名称（默认：URL 中的主机名）</translation>
    </message>
    <message>
        <source>How the key is sent: x-api-key (default), bearer or both</source>
        <translation>密钥的发送方式：x-api-key（默认）、bearer 或 both</translation>
    </message>
    <message>
        <source>HTTP version: 1 (default) or 2</source>
        <translation>HTTP 版本：1（默认）或 2</translation>
    </message>
    <message>
        <source>Longest wait for a connection (default: 10 s)</source>
        <translation>等待建立连接的最长时间（默认：10 秒）</translation>
    </message>
    <message>
        <source>Longest wait for an answer to begin (default: 90 s)</source>
        <translation>等待应答开始的最长时间（默认：90 秒）</translation>
    </message>
    <message>
        <source>Longest silence inside an answer (default: 150 s)</source>
        <translation>应答中途静默的最长时间（默认：150 秒）</translation>
    </message>
    <message>
        <source>Reach it through http://HOST:PORT or socks5://HOST:PORT (&quot;&quot;: directly)</source>
        <translation>经由 http://HOST:PORT 或 socks5://HOST:PORT 访问（&quot;&quot;：直接连接）</translation>
    </message>
    <message>
        <source>PEM file with the only authorities to trust (&quot;&quot;: the system&apos;s)</source>
        <translation>只信任此 PEM 文件中的证书颁发机构（&quot;&quot;：使用系统的）</translation>
    </message>
    <message>
        <source>Read the key from stdin</source>
        <translation>从标准输入读取密钥</translation>
    </message>
    <message>
        <source>Ask for a new key</source>
        <translation>询问新的密钥</translation>
    </message>
    <message>
        <source>Key for %1 (it is not shown): </source>
        <translation>%1 的密钥（输入时不显示）：</translation>
    </message>
    <message>
        <source>No key for &quot;%1&quot;: there is no terminal to ask on; pipe the key in with --key-stdin.</source>
        <translation>没有“%1”的密钥：当前没有可用于询问的终端；请用 --key-stdin 通过管道传入密钥。</translation>
    </message>
    <message>
        <source>No key was given for &quot;%1&quot;; nothing was changed.</source>
        <translation>没有给出“%1”的密钥；未做任何更改。</translation>
    </message>
    <message>
        <source>List the configs, best first</source>
        <translation>列出配置，优先的在前</translation>
    </message>
    <message>
        <source>Show one config with its endpoints (never their keys)</source>
        <translation>显示一个配置及其端点（绝不显示密钥）</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is now %2.</source>
        <translation>“%1”现在属于 %2。</translation>
    </message>
    <message>
        <source>Give a config its priority, and its place there</source>
        <translation>设置配置的优先级及其在组内的位置</translation>
    </message>
    <message>
        <source>primary, secondary, fallback or disabled</source>
        <translation>primary、secondary、fallback 或 disabled</translation>
    </message>
    <message>
        <source>Place in the group, 1 is the first (default: the last)</source>
        <translation>在组内的位置，1 为最前（默认：最后）</translation>
    </message>
    <message>
        <source>List the priority groups with their configs, in order</source>
        <translation>按顺序列出各优先级组及其配置</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no address to listen on; write HOST:PORT with an IP address and a port from 0 (any free one) to 65535, such as 127.0.0.1:7860</source>
        <translation>“%1”不是可监听的地址；请写成 HOST:PORT，其中主机为 IP 地址，端口为 0（任意空闲端口）到 65535，例如 127.0.0.1:7860</translation>
    </message>
    <message>
        <source>Run the proxy in the foreground, until Ctrl-C</source>
        <translation>在前台运行代理，直到按下 Ctrl-C</translation>
    </message>
    <message>
        <source>Where to listen (default: 127.0.0.1:7860; port 0: any free one)</source>
        <translation>监听地址（默认：127.0.0.1:7860；端口 0：任意空闲端口）</translation>
    </message>
    <message>
        <source>With three simulated providers, in a temporary home</source>
        <translation>使用三个模拟服务商和临时主目录</translation>
    </message>
    <message>
        <source>No health checks: learn of endpoints by traffic alone</source>
        <translation>不做健康检查：只通过实际流量了解端点</translation>
    </message>
    <message>
        <source>Checks may send a message of one token where nothing cheaper tells, 24 a day and endpoint at most</source>
        <translation>在没有更省的办法时，健康检查可以发送一条一个 token 的消息，每个端点每天最多 24 条</translation>
    </message>
    <message>
        <source>Stop the running proxy and wait until it is gone</source>
        <translation>停止正在运行的代理并等待其退出</translation>
    </message>
    <message>
        <source>Show what the running proxy does</source>
        <translation>显示正在运行的代理的状态</translation>
    </message>
    <message>
        <source>Start, stop or look at the proxy</source>
        <translation>启动、停止或查看代理</translation>
    </message>
    <message>
        <source>Requests still running: %1; they may end in peace …</source>
        <translation>仍有 %1 个请求在进行；等待它们正常结束……</translation>
    </message>
    <message>
        <source>The proxy (pid %1) has stopped.</source>
        <translation>代理（pid %1）已停止。</translation>
    </message>
    <message>
        <source>The proxy (pid %1) was asked to stop but still runs; end it with: kill %1</source>
        <translation>已请求代理（pid %1）停止，但它仍在运行；可强制结束：kill %1</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <translation>%1：%2。</translation>
    </message>
    <message>
        <source>Cannot listen on %1: %2; choose another with --listen HOST:PORT.</source>
        <translation>无法监听 %1：%2；请用 --listen HOST:PORT 另选地址。</translation>
    </message>
    <message>
        <source>another program listens there</source>
        <translation>另一个程序正在监听该地址</translation>
    </message>
    <message>
        <source>Another process</source>
        <translation>另一个进程</translation>
    </message>
    <message>
        <source>Another process (pid %1)</source>
        <translation>另一个进程（pid %1）</translation>
    </message>
    <message>
        <source>%1 already works with %2, and only one may. If it is a proxy, stop it with: qcc proxy stop; else try again in a moment</source>
        <translation>%1已在使用 %2，而同一时间只允许一个。如果那是代理，请停止它：qcc proxy stop；否则请稍后重试</translation>
    </message>
    <message>
        <source>The value of %1 is not permitted; permitted is: %2.</source>
        <translation>%1 的值不被允许；允许的是：%2。</translation>
    </message>
    <message>
        <source>The running instance speaks another version of the control protocol than this program. Restart it with: qcc proxy stop, then qcc proxy start</source>
        <translation>正在运行的实例与本程序使用的控制协议版本不同。请重启它：先 qcc proxy stop，再 qcc proxy start</translation>
    </message>
    <message>
        <source>The running instance already talks to %1 other programs. Try again in a moment.</source>
        <translation>正在运行的实例已与 %1 个其他程序通信。请稍后重试。</translation>
    </message>
    <message>
        <source>The message to or from the running instance is too large (over 1 MiB).</source>
        <translation>与正在运行的实例之间的消息过大（超过 1 MiB）。</translation>
    </message>
    <message>
        <source>The running instance gave no answer, so it is not known whether the change was made. Look with: qcc list</source>
        <translation>正在运行的实例没有应答，因此不清楚更改是否已生效。请查看：qcc list</translation>
    </message>
    <message>
        <source>The running instance does not understand this program (%1). Restart it with: qcc proxy stop, then qcc proxy start</source>
        <translation>正在运行的实例无法理解本程序的消息（%1）。请重启它：先 qcc proxy stop，再 qcc proxy start</translation>
    </message>
    <message>
        <source>There is no config named &quot;%1&quot;. See the names with: qcc list</source>
        <translation>没有名为“%1”的配置。查看所有名称：qcc list</translation>
    </message>
    <message>
        <source>There is already a config named &quot;%1&quot;. Choose another name, or change it with: qcc edit, qcc endpoint add</source>
        <translation>已有名为“%1”的配置。请换一个名称，或用 qcc edit、qcc endpoint add 更改它</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be a name</source>
        <translation>“%1”不能用作名称</translation>
    </message>
    <message>
        <source>There is no priority &quot;%1&quot;. Choose primary, secondary, fallback or disabled.</source>
        <translation>没有优先级“%1”。请选择 primary、secondary、fallback 或 disabled。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; already has this place (%2); nothing was changed.</source>
        <translation>“%1”已在此位置（%2）；未做任何更改。</translation>
    </message>
    <message>
        <source>The config &quot;%2&quot; has no endpoint &quot;%1&quot;. See its endpoints with: qcc endpoint list NAME</source>
        <translation>配置“%2”没有端点“%1”。查看其端点：qcc endpoint list NAME</translation>
    </message>
    <message>
        <source>There is already an endpoint with the URL %1 and the same key: %2. Use another URL or key.</source>
        <translation>已有使用 URL %1 和相同密钥的端点：%2。请换用其他 URL 或密钥。</translation>
    </message>
    <message>
        <source>The config &quot;%2&quot; already has an endpoint named &quot;%1&quot;. Choose another with --name.</source>
        <translation>配置“%2”已有名为“%1”的端点。请用 --name 换一个名称。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be a base URL</source>
        <translation>“%1”不能用作基础 URL</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be a proxy</source>
        <translation>“%1”不能用作代理</translation>
    </message>
    <message>
        <source>The time limit %1 is out of range; permitted is: %2.</source>
        <translation>时限 %1 超出范围；允许的是：%2。</translation>
    </message>
    <message>
        <source>The key for &quot;%1&quot; is empty. Give it at the prompt, or with --key-stdin.</source>
        <translation>“%1”的密钥为空。请在提示处输入，或使用 --key-stdin。</translation>
    </message>
    <message>
        <source>Cannot read %1</source>
        <translation>无法读取 %1</translation>
    </message>
    <message>
        <source>Cannot write %1</source>
        <translation>无法写入 %1</translation>
    </message>
    <message>
        <source>%1 is broken and was left alone; mend it first</source>
        <translation>%1 已损坏，QCC 没有改动它；请先修复</translation>
    </message>
    <message>
        <source>The keys cannot be reached in the %1</source>
        <translation>无法访问%1中的密钥</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is disabled; nothing was changed. Give it a priority with: qcc priority set NAME primary</source>
        <translation>“%1”已停用；未做任何更改。请先设置优先级：qcc priority set NAME primary</translation>
    </message>
    <message>
        <source>The group of &quot;%1&quot; is switched off; nothing was changed. Switch it on with: qcc priority group GROUP on</source>
        <translation>“%1”所在的组已关闭；未做任何更改。请先打开：qcc priority group GROUP on</translation>
    </message>
    <message>
        <source>&quot;%1&quot; has no endpoints; nothing was changed. Add one with: qcc endpoint add NAME --url URL</source>
        <translation>“%1”没有端点；未做任何更改。添加端点：qcc endpoint add NAME --url URL</translation>
    </message>
    <message>
        <source>No endpoint of &quot;%1&quot; has a key; nothing was changed. Give one with: qcc endpoint edit NAME ENDPOINT --key-prompt</source>
        <translation>“%1”的端点都没有密钥；未做任何更改。设置密钥：qcc endpoint edit NAME ENDPOINT --key-prompt</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is already active; nothing was changed.</source>
        <translation>“%1”已是当前配置；未做任何更改。</translation>
    </message>
    <message>
        <source>Nothing is pinned, so there is nothing to release.</source>
        <translation>当前没有固定任何配置，无需解除。</translation>
    </message>
    <message>
        <source>There is no event &quot;%1&quot;. See the events with: qcc priority history</source>
        <translation>没有事件“%1”。查看所有事件：qcc priority history</translation>
    </message>
    <message>
        <source>The history in %1 cannot be used</source>
        <translation>无法使用 %1 中的历史记录</translation>
    </message>
    <message>
        <source>No proxy runs for %1. Start it with: qcc proxy start</source>
        <translation>%1 没有正在运行的代理。请启动：qcc proxy start</translation>
    </message>
    <message>
        <source>There is one argument too many.</source>
        <translation>多了一个参数。</translation>
    </message>
    <message>
        <source>There is no option &quot;--key&quot;: others could read the key there. Leave it out to be asked for the key, or pipe it in with --key-stdin.</source>
        <translation>没有选项“--key”：写在那里的密钥可能被他人看到。请省略它以便按提示输入密钥，或用 --key-stdin 通过管道传入。</translation>
    </message>
    <message>
        <source>There is no option &quot;%1&quot;.</source>
        <translation>没有选项“%1”。</translation>
    </message>
    <message>
        <source>There is no command &quot;%1&quot;.</source>
        <translation>没有命令“%1”。</translation>
    </message>
    <message>
        <source>See: %1 --help</source>
        <translation>参见：%1 --help</translation>
    </message>
    <message>
        <source>Keeps Claude Code working when a provider fails</source>
        <translation>服务商出现故障时，让 Claude Code 继续工作</translation>
    </message>
    <message>
        <source>⭐ PRIMARY</source>
        <translation>⭐ 主用</translation>
    </message>
    <message>
        <source>🔵 SECONDARY</source>
        <translation>🔵 备用</translation>
    </message>
    <message>
        <source>🟡 FALLBACK</source>
        <translation>🟡 兜底</translation>
    </message>
    <message>
        <source>⚪ DISABLED</source>
        <translation>⚪ 停用</translation>
    </message>
    <message>
        <source> (active)</source>
        <translation>（使用中）</translation>
    </message>
    <message>
        <source>1 endpoint</source>
        <translation>1 个端点</translation>
    </message>
    <message>
        <source>%1 endpoints</source>
        <translation>%1 个端点</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>connect %1, header %2, idle %3</source>
        <translation>连接 %1，应答头 %2，静默 %3</translation>
    </message>
    <message>
        <source>through %1</source>
        <translation>经由 %1</translation>
    </message>
    <message>
        <source>trusts %1</source>
        <translation>信任 %1</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>%1, place %2 of %3</source>
        <translation>%1，第 %2 位（共 %3 位）</translation>
    </message>
    <message>
        <source>There are no configs yet. Add one with: qcc add NAME --url URL</source>
        <translation>还没有配置。添加配置：qcc add NAME --url URL</translation>
    </message>
    <message>
        <source>description</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>priority</source>
        <translation>优先级</translation>
    </message>
    <message>
        <source>endpoints</source>
        <translation>端点</translation>
    </message>
    <message>
        <source>next on</source>
        <translation>转向下一个</translation>
    </message>
    <message>
        <source>&quot;%1&quot; has no endpoints yet. Add one with: qcc endpoint add NAME --url URL</source>
        <translation>“%1”还没有端点。添加端点：qcc endpoint add NAME --url URL</translation>
    </message>
    <message>
        <source>process</source>
        <translation>进程</translation>
    </message>
    <message>
        <source>%1, QCC %2</source>
        <translation>%1，QCC %2</translation>
    </message>
    <message>
        <source>home</source>
        <translation>主目录</translation>
    </message>
    <message>
        <source>since</source>
        <translation>启动时间</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>active</source>
        <translation>使用中</translation>
    </message>
    <message>
        <source>connections</source>
        <translation>连接数</translation>
    </message>
    <message>
        <source>requests</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>%1 running, %2 served (%3 of them spilled over), %4 failed</source>
        <translation>%1 个进行中，%2 个已完成（其中 %3 个溢出转发），%4 个失败</translation>
    </message>
    <message>
        <source>failures in a row: %1</source>
        <translation>连续失败 %1 次</translation>
    </message>
    <message>
        <source>%1, last status %2</source>
        <translation>%1，最近状态码 %2</translation>
    </message>
    <message>
        <source>proxy listening on %1</source>
        <translation>代理正在监听 %1</translation>
    </message>
    <message>
        <source>demo with three simulated providers in %1 (removed at the end)</source>
        <translation>演示：三个模拟服务商，位于 %1（结束时删除）</translation>
    </message>
    <message>
        <source>stream an answer through the proxy, from another terminal:</source>
        <translation>在另一个终端里，经由代理获取一个流式应答：</translation>
    </message>
    <message>
        <source>break a provider (refuse, hang, reset-in-stream, 529, 401, …), and mend it with &quot;none&quot;:</source>
        <translation>让某个服务商出故障（refuse、hang、reset-in-stream、529、401 等），用 none 恢复：</translation>
    </message>
    <message>
        <source>see what QCC knows of them:</source>
        <translation>查看 QCC 了解到的情况：</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) left out, for nobody read on</source>
        <translation>
            <numerusform>有 %n 行未输出，因为无人读取</numerusform>
        </translation>
    </message>
    <message>
        <source>served by %1</source>
        <translation>由 %1 完成</translation>
    </message>
    <message>
        <source>answered %1</source>
        <translation>应答 %1</translation>
    </message>
    <message>
        <source>the client&apos;s stream was broken off</source>
        <translation>已中断发往客户端的流</translation>
    </message>
    <message>
        <source>the client went away</source>
        <translation>客户端已离开</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>event: reason</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>keys are kept in %1</source>
        <translation>密钥保存在 %1</translation>
    </message>
    <message>
        <source>keys are kept in %1: no desktop keyring is reachable</source>
        <translation>密钥保存在 %1：无法访问桌面密钥环</translation>
    </message>
    <message>
        <source>Until then the last good settings stay in force.</source>
        <translation>在此之前，沿用上一次有效的设置。</translation>
    </message>
    <message>
        <source>the settings files are good again</source>
        <translation>设置文件已恢复正常</translation>
    </message>
    <message>
        <source>alert: %1</source>
        <translation>告警：%1</translation>
    </message>
    <message>
        <source>alert ended: %1</source>
        <translation>已解除：%1</translation>
    </message>
    <message>
        <source>the history is written again</source>
        <translation>历史记录已恢复写入</translation>
    </message>
    <message>
        <source>the active config is not in the settings file: %1</source>
        <translation>当前配置不在设置文件中：%1</translation>
    </message>
    <message>
        <source>failover monitor running (no health checks, only traffic)</source>
        <translation>故障转移监控正在运行（不做健康检查，只看实际流量）</translation>
    </message>
    <message>
        <source>reachable from other machines: requests and answers cross the network unencrypted; only the local token keeps strangers out</source>
        <translation>其他机器可以访问：请求和应答在网络上不加密传输；只有本地令牌能阻挡外人</translation>
    </message>
    <message>
        <source>no config yet: add one with `qcc add NAME --url URL`</source>
        <translation>还没有配置：用 `qcc add NAME --url URL` 添加</translation>
    </message>
    <message>
        <source>for Claude Code: eval &quot;$(qcc claude env)&quot;; stop with Ctrl-C or `qcc proxy stop`</source>
        <translation>供 Claude Code 使用：eval &quot;$(qcc claude env)&quot;；按 Ctrl-C 或用 `qcc proxy stop` 停止</translation>
    </message>
    <message numerus="yes">
        <source>settings files read again: %n config(s)</source>
        <translation>
            <numerusform>已重新读取设置文件：%n 个配置</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>stopping; %n running request(s) may end within 30 s (Ctrl-C again: at once)</source>
        <translation>
            <numerusform>正在停止；还有 %n 个请求可在 30 秒内结束（再按一次 Ctrl-C：立即结束）</numerusform>
        </translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>Usage</source>
        <translation>用法</translation>
    </message>
    <message>
        <source>OPTIONS</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>SUBCOMMAND</source>
        <translation>子命令</translation>
    </message>
    <message>
        <source>Positionals</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>REQUIRED</source>
        <translation>必填</translation>
    </message>
    <message>
        <source>TEXT</source>
        <comment>the kind of an argument</comment>
        <translation>文本</translation>
    </message>
    <message>
        <source>TIME</source>
        <comment>the kind of an argument</comment>
        <translation>时间</translation>
    </message>
    <message>
        <source>FILE</source>
        <comment>the kind of an argument</comment>
        <translation>文件</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>Subcommands</source>
        <translation>子命令</translation>
    </message>
    <message>
        <source>there is no language &quot;%1&quot;; choose en (English) or zh (Chinese)</source>
        <translation>没有语言“%1”；请选择 en（英语）或 zh（中文）</translation>
    </message>
    <message>
        <source>Speak English (en) or Chinese (zh)</source>
        <translation>使用英语（en）或中文（zh）</translation>
    </message>
    <message>
        <source>A subcommand is required</source>
        <translation>需要一个子命令</translation>
    </message>
    <message>
        <source>%1 is required</source>
        <translation>缺少 %1</translation>
    </message>
    <message>
        <source>%1: %2 is not in the range from %3 to %4</source>
        <translation>%1：%2 不在 %3 到 %4 的范围内</translation>
    </message>
    <message>
        <source>%1: &quot;%2&quot; is none of %3</source>
        <translation>%1：“%2”不是 %3 之一</translation>
    </message>
    <message>
        <source>%1: its value is missing</source>
        <translation>%1：缺少值</translation>
    </message>
    <message>
        <source>%1: may be given once</source>
        <translation>%1：只能给出一次</translation>
    </message>
    <message>
        <source>%1: takes no value</source>
        <translation>%1：不接受值</translation>
    </message>
    <message>
        <source>%1: &quot;%2&quot; is not understood</source>
        <translation>%1：无法理解“%2”</translation>
    </message>
    <message>
        <source>%1 and %2 cannot be given together</source>
        <translation>%1 和 %2 不能同时给出</translation>
    </message>
    <message>
        <source>%1 needs %2</source>
        <translation>%1 需要同时给出 %2</translation>
    </message>
    <message>
        <source>Print the version and exit</source>
        <translation>显示版本并退出</translation>
    </message>
    <message>
        <source>Print this help and exit</source>
        <translation>显示此帮助并退出</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>%1前</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>when and what</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>endpoint</source>
        <translation>端点</translation>
    </message>
    <message>
        <source>state</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>reachable</source>
        <translation>可访问</translation>
    </message>
    <message>
        <source>key accepted</source>
        <translation>密钥有效</translation>
    </message>
    <message>
        <source>model answers</source>
        <translation>模型应答</translation>
    </message>
    <message>
        <source>latency</source>
        <translation>延迟</translation>
    </message>
    <message>
        <source>last check</source>
        <translation>最近检查</translation>
    </message>
    <message>
        <source>last success</source>
        <translation>最近成功</translation>
    </message>
    <message>
        <source>last failure</source>
        <translation>最近失败</translation>
    </message>
    <message>
        <source>There are no endpoints yet. Add one with: qcc endpoint add NAME --url URL</source>
        <translation>还没有端点。添加端点：qcc endpoint add NAME --url URL</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no time; write it like 2h, 7d, 2026-11-20 or 2026-11-20T08:30:00</source>
        <translation>“%1”不是时间；请写成 2h、7d、2026-11-20 或 2026-11-20T08:30:00 这样的形式</translation>
    </message>
    <message numerus="yes">
        <source>Wrote %n event(s) to %1.</source>
        <translation>
            <numerusform>已将 %n 个事件写入 %1。</numerusform>
        </translation>
    </message>
    <message>
        <source>How many, at most (default: 50)</source>
        <translation>最多显示多少条（默认：50）</translation>
    </message>
    <message>
        <source>Only these events</source>
        <translation>只显示此类事件</translation>
    </message>
    <message>
        <source>Only since then, such as 2h, 7d, 2026-11-20 or an ISO time</source>
        <translation>只显示此时间以来的，例如 2h、7d、2026-11-20 或 ISO 时间</translation>
    </message>
    <message>
        <source>Only switches from or to this config</source>
        <translation>只显示从此配置切出或切入的</translation>
    </message>
    <message>
        <source>Show the switches of the active config, the newest first</source>
        <translation>显示配置切换历史，最新的在前</translation>
    </message>
    <message>
        <source>Print comma-separated values</source>
        <translation>以 CSV 格式输出</translation>
    </message>
    <message>
        <source>Write them to a file, in the form of failover_events.json (default: all of them)</source>
        <translation>写入文件，格式同 failover_events.json（默认：全部）</translation>
    </message>
    <message>
        <source>Replace the file if it exists</source>
        <translation>文件已存在时覆盖</translation>
    </message>
    <message>
        <source>Say why QCC switched, or why it does not switch now</source>
        <translation>说明 QCC 为何切换，或现在为何不切换</translation>
    </message>
    <message>
        <source>The event&apos;s id, see: qcc priority history (default: how things stand now)</source>
        <translation>事件编号，参见：qcc priority history（默认：当前情况）</translation>
    </message>
    <message>
        <source>it is a directory</source>
        <translation>它是一个目录</translation>
    </message>
    <message>
        <source>it exists already; replace it with --force</source>
        <translation>它已存在；如需覆盖请加 --force</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1 失败</translation>
    </message>
    <message>
        <source>There are no such events.</source>
        <translation>没有符合条件的事件。</translation>
    </message>
    <message>
        <source>type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>from</source>
        <translation>从</translation>
    </message>
    <message>
        <source>to</source>
        <translation>到</translation>
    </message>
    <message>
        <source>event</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>pinned</source>
        <translation>固定</translation>
    </message>
    <message>
        <source>recovery</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>possible in %1</source>
        <translation>最快 %1 后</translation>
    </message>
    <message>
        <source>possible now</source>
        <translation>现在即可</translation>
    </message>
    <message>
        <source>cool-down</source>
        <translation>冷却时间</translation>
    </message>
    <message>
        <source>switches</source>
        <translation>切换次数</translation>
    </message>
    <message>
        <source>%1 of %2 in the last hour</source>
        <translation>最近一小时 %1 次，上限 %2 次</translation>
    </message>
    <message>
        <source>%1 in the last hour</source>
        <translation>最近一小时 %1 次</translation>
    </message>
    <message>
        <source>network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>down: this computer reaches nobody</source>
        <translation>断开：本机无法访问任何服务商</translation>
    </message>
    <message>
        <source>up</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>checks</source>
        <translation>健康检查</translation>
    </message>
    <message>
        <source>running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>off</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>no endpoints</source>
        <translation>没有端点</translation>
    </message>
    <message>
        <source>%1/%2 endpoints, %3 %</source>
        <translation>%1/%2 个端点，%3 %</translation>
    </message>
    <message>
        <source>%1 (active)</source>
        <translation>%1（使用中）</translation>
    </message>
    <message>
        <source> (off)</source>
        <translation>（关闭）</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no whole number; permitted is: %2 to %3</source>
        <translation>“%1”不是整数；允许的范围：%2 到 %3</translation>
    </message>
    <message>
        <source>%1 is now %2</source>
        <translation>%1 现为 %2</translation>
    </message>
    <message>
        <source>%1.</source>
        <translation>%1。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>See or change when QCC switches by itself</source>
        <translation>查看或更改 QCC 自动切换的策略</translation>
    </message>
    <message>
        <source>switch to another config when the active one fails</source>
        <translation>使用中的配置出现故障时切换到其他配置</translation>
    </message>
    <message>
        <source>go back when a better config is well again</source>
        <translation>优先级更高的配置恢复正常后切换回去</translation>
    </message>
    <message>
        <source>failures in a row before a failover</source>
        <translation>连续失败多少次后故障转移</translation>
    </message>
    <message>
        <source>good checks in a row before a recovery</source>
        <translation>连续正常多少次后恢复</translation>
    </message>
    <message>
        <source>between two rounds of health checks</source>
        <translation>两轮健康检查的间隔</translation>
    </message>
    <message>
        <source>after a switch, no automatic switch for so long</source>
        <translation>切换后的冷却时间，期间不自动切换</translation>
    </message>
    <message>
        <source>since a config last failed, before going back to it</source>
        <translation>恢复延迟：配置最近一次失败后多久才能恢复到它</translation>
    </message>
    <message>
        <source>automatic switches in any hour</source>
        <translation>任意一小时内自动切换的上限</translation>
    </message>
    <message>
        <source>say it when a failover happens</source>
        <translation>故障转移时通知</translation>
    </message>
    <message>
        <source>say it when a recovery happens</source>
        <translation>恢复时通知</translation>
    </message>
    <message>
        <source>try a failing request on the next endpoint or config</source>
        <translation>溢出转发：请求失败时改试下一个端点或配置</translation>
    </message>
    <message>
        <source>on</source>
        <translation>开启</translation>
    </message>
    <message>
        <source>(default)</source>
        <translation>（默认）</translation>
    </message>
    <message>
        <source>(default: %1)</source>
        <translation>（默认：%1）</translation>
    </message>
    <message>
        <source>See or change which config comes first, and when QCC switches</source>
        <translation>查看或更改配置的先后顺序，以及 QCC 何时切换</translation>
    </message>
    <message>
        <source>%1 (token count)</source>
        <translation>%1（token 计数）</translation>
    </message>
    <message>
        <source>(model list)</source>
        <translation>（模型列表）</translation>
    </message>
    <message>
        <source>(other)</source>
        <translation>（其他）</translation>
    </message>
    <message>
        <source>%1 broken off</source>
        <translation>%1 中断</translation>
    </message>
    <message>
        <source>client gone</source>
        <translation>客户端离开</translation>
    </message>
    <message>
        <source>%1 in, %2 out</source>
        <translation>输入 %1，输出 %2</translation>
    </message>
    <message>
        <source>%1/%2: %3</source>
        <translation>%1/%2：%3</translation>
    </message>
    <message>
        <source>model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>served by</source>
        <translation>提供方</translation>
    </message>
    <message>
        <source>attempts</source>
        <translation>尝试次数</translation>
    </message>
    <message>
        <source>status</source>
        <translation>状态码</translation>
    </message>
    <message>
        <source>first byte</source>
        <translation>首字节</translation>
    </message>
    <message>
        <source>duration</source>
        <translation>用时</translation>
    </message>
    <message>
        <source>tokens</source>
        <translation>token 数</translation>
    </message>
    <message>
        <source>Show how it went: switches, health, requests and tokens of a period</source>
        <translation>显示一段时间的统计：切换、健康、请求和 token</translation>
    </message>
    <message>
        <source>The period&apos;s begin, such as 2h, 7d, 2026-11-20 or an ISO time (default: 24h)</source>
        <translation>统计的起点，例如 2h、7d、2026-11-20 或 ISO 时间（默认：24h）</translation>
    </message>
    <message>
        <source>There are no such requests.</source>
        <translation>没有符合条件的请求。</translation>
    </message>
    <message>
        <source>Show the latest requests: who served them, how long it took, what it cost</source>
        <translation>显示最近的请求：由谁完成、用时多久、用了多少 token</translation>
    </message>
    <message>
        <source>How many, at most (default: 20; 10 with --follow)</source>
        <translation>最多显示多少条（默认：20；加 --follow 时为 10）</translation>
    </message>
    <message>
        <source>Only those that this config served</source>
        <translation>只显示由此配置完成的</translation>
    </message>
    <message>
        <source>Then show new ones as they come, until Ctrl-C</source>
        <translation>随后持续显示新的请求，直到按下 Ctrl-C</translation>
    </message>
    <message>
        <source>Print JSON; with --follow, one request a line</source>
        <translation>以 JSON 格式输出；加 --follow 时每行一个请求</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>failovers</source>
        <translation>故障转移</translation>
    </message>
    <message>
        <source>%1 (%2 an hour, %3 a day)</source>
        <translation>%1 次（每小时 %2 次，每天 %3 次）</translation>
    </message>
    <message>
        <source>recoveries</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>manual switches</source>
        <translation>手动切换</translation>
    </message>
    <message>
        <source>failed switches</source>
        <translation>失败的切换</translation>
    </message>
    <message>
        <source>mean time to recovery</source>
        <translation>平均恢复时间</translation>
    </message>
    <message>
        <source>mean time between failovers</source>
        <translation>平均故障转移间隔</translation>
    </message>
    <message>
        <source>%1: %2 served, %3 failed, %4 broken off</source>
        <translation>%1 个：%2 个完成，%3 个失败，%4 个中断</translation>
    </message>
    <message>
        <source>saved by spill-over</source>
        <translation>溢出转发挽回</translation>
    </message>
    <message>
        <source>%1 in, %2 out, %3 read from the cache, %4 written to it</source>
        <translation>输入 %1，输出 %2，读缓存 %3，写缓存 %4</translation>
    </message>
    <message>
        <source>config</source>
        <translation>配置</translation>
    </message>
    <message>
        <source>health</source>
        <translation>健康</translation>
    </message>
    <message>
        <source>served</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>tokens in</source>
        <translation>输入 token</translation>
    </message>
    <message>
        <source>tokens out</source>
        <translation>输出 token</translation>
    </message>
    <message>
        <source>active from</source>
        <translation>开始使用</translation>
    </message>
    <message>
        <source>for</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>%1 k</source>
        <comment>thousand tokens</comment>
        <translation>%1 k</translation>
    </message>
    <message>
        <source>%1 M</source>
        <comment>million tokens</comment>
        <translation>%1 M</translation>
    </message>
    <message>
        <source>From %1 to %2 (%3)</source>
        <translation>从 %1 到 %2（%3）</translation>
    </message>
    <message>
        <source>Show who serves Claude Code, how all configs are, and what is coming</source>
        <translation>显示由谁为 Claude Code 提供服务、各配置的状况以及接下来的动作</translation>
    </message>
    <message>
        <source>Keep showing it until Ctrl-C</source>
        <translation>持续显示，直到按下 Ctrl-C</translation>
    </message>
    <message>
        <source>Print JSON; with --watch, one line at each change</source>
        <translation>以 JSON 格式输出；加 --watch 时每次变化输出一行</translation>
    </message>
    <message>
        <source>Show how each endpoint is, and how that is known</source>
        <translation>显示各端点的健康状况及其依据</translation>
    </message>
    <message>
        <source>Name of a config (default: all)</source>
        <translation>配置的名称（默认：全部）</translation>
    </message>
    <message>
        <source>Look now, before it is shown</source>
        <translation>先立即检查，再显示</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no time; write it like 90s, 30m, 2h, 1d or 1h30m</source>
        <translation>“%1”不是时间；请写成 90s、30m、2h、1d 或 1h30m 这样的形式</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is active now, and stays so while it works, until: qcc priority release</source>
        <translation>现在使用“%1”，只要它正常就一直固定，直到：qcc priority release</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is active now, and stays so while it works, for %2.</source>
        <translation>现在使用“%1”，只要它正常就固定 %2。</translation>
    </message>
    <message>
        <source>Make a config the active one, and keep it while it works</source>
        <translation>切换到某个配置，并在其正常期间固定使用它</translation>
    </message>
    <message>
        <source>Why; kept in the history</source>
        <translation>原因；会记入历史</translation>
    </message>
    <message>
        <source>How long it is kept, such as 30m, 2h or 1d (default: until released)</source>
        <translation>固定多久，例如 30m、2h 或 1d（默认：直到解除）</translation>
    </message>
    <message>
        <source>Released: QCC may leave the active config again by itself.</source>
        <translation>已解除固定：QCC 可以再次自动切换。</translation>
    </message>
    <message>
        <source>Let QCC leave the config again that a person chose</source>
        <translation>解除对人工选定配置的固定</translation>
    </message>
    <message>
        <source>The group %1 is on now.</source>
        <translation>组 %1 已打开。</translation>
    </message>
    <message>
        <source>The group %1 is off now: no request goes there.</source>
        <translation>组 %1 已关闭：不再有请求发往那里。</translation>
    </message>
    <message>
        <source>Switch a whole priority group on or off</source>
        <translation>打开或关闭整个优先级组</translation>
    </message>
    <message>
        <source>primary, secondary or fallback</source>
        <translation>primary、secondary 或 fallback</translation>
    </message>
    <message>
        <source>on or off</source>
        <translation>on 或 off</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no time; write seconds, or it like 90s, 5m, 2h or 1h30m; permitted is: %2 to %3 seconds</source>
        <translation>“%1”不是时间；请写秒数，或写成 90s、5m、2h 或 1h30m 这样的形式；允许的范围：%2 到 %3 秒</translation>
    </message>
    <message>
        <source>%1 to %2 seconds</source>
        <translation>%1 到 %2 秒</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 到 %2</translation>
    </message>
    <message>
        <source>The environment variable QCC_SECRETS must be &quot;file&quot; or &quot;keyring&quot;, or not be set at all.</source>
        <translation>环境变量 QCC_SECRETS 必须为 file 或 keyring，或者不设置。</translation>
    </message>
    <message>
        <source>The key is too long; permitted is: %1.</source>
        <translation>密钥过长；允许的是：%1。</translation>
    </message>
    <message>
        <source>There is no certificate in %1; give --ca-file a PEM file with certificates.</source>
        <translation>%1 中没有证书；请为 --ca-file 指定包含证书的 PEM 文件。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>an endpoint and what went wrong</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>request %1: %2</source>
        <translation>请求 %1：%2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>failover monitor running (every %1 s)</source>
        <translation>故障转移监控正在运行（每 %1 秒检查一次）</translation>
    </message>
    <message>
        <source>simulated provider 1</source>
        <translation>模拟服务商 1</translation>
    </message>
    <message>
        <source>simulated provider 2</source>
        <translation>模拟服务商 2</translation>
    </message>
    <message>
        <source>simulated provider 3</source>
        <translation>模拟服务商 3</translation>
    </message>
    <message>
        <source>No proxy runs; this is what the last one knew.</source>
        <translation>没有正在运行的代理；以下是上一个代理留下的信息。</translation>
    </message>
    <message>
        <source>%1, since %2 (%3)</source>
        <translation>%1，自 %2 起（%3）</translation>
    </message>
    <message>
        <source>until released with: qcc priority release</source>
        <translation>直到用此命令解除：qcc priority release</translation>
    </message>
    <message>
        <source>until %1, or released with: qcc priority release</source>
        <translation>直到 %1，或用此命令解除：qcc priority release</translation>
    </message>
    <message>
        <source>%1 does not take every request now: %2.</source>
        <comment>a config, and what holds it back</comment>
        <translation>%1 目前有请求无法处理：%2。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>an endpoint, and what is wrong with it</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>A model&apos;s name, or a pattern with *, and the name to ask this config for instead; may be repeated, the first that fits counts, replaces those before</source>
        <translation>模型名称（或带 * 的模式）以及向此配置请求时改用的名称；可重复给出，以第一个匹配的为准，并替换先前的设置</translation>
    </message>
    <message>
        <source>Ask for models by their own names</source>
        <translation>按模型原有的名称请求</translation>
    </message>
    <message numerus="yes">
        <source>Requests are kept one by one for %n day(s); their sums stay for good.</source>
        <translation>
            <numerusform>单条请求保留 %n 天；汇总数据永久保留。</numerusform>
        </translation>
    </message>
    <message>
        <source>See or change for how long requests are kept one by one</source>
        <translation>查看或更改单条请求的保留时间</translation>
    </message>
    <message>
        <source>1 to 3650 (default: 30)</source>
        <translation>1 到 3650（默认：30）</translation>
    </message>
    <message>
        <source>What the history keeps</source>
        <translation>历史记录的保留内容</translation>
    </message>
    <message>
        <source>Somebody else has changed the order meanwhile; nothing was changed. See it with: qcc list</source>
        <translation>顺序在此期间已被他处更改；未做任何更改。查看：qcc list</translation>
    </message>
    <message>
        <source>Somebody else has changed &quot;%1&quot; meanwhile; nothing was changed. See it with: qcc show NAME</source>
        <translation>“%1”在此期间已被他处更改；未做任何更改。查看：qcc show 名称</translation>
    </message>
    <message>
        <source>proxy not listening: %1</source>
        <translation>代理未监听：%1</translation>
    </message>
    <message>
        <source>proxy not listening: it was switched off (address: %1)</source>
        <translation>代理未监听：已被关闭（地址：%1）</translation>
    </message>
    <message>
        <source>%1 as %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>proxy not listening: it was switched off</source>
        <translation>代理未监听：已被关闭</translation>
    </message>
    <message>
        <source>Name or id of the channel</source>
        <translation>渠道的名称或编号</translation>
    </message>
    <message>
        <source>%1 means nothing to a channel of the kind %2.</source>
        <translation>%1 不适用于“%2”类型的渠道。</translation>
    </message>
    <message>
        <source>Added &quot;%1&quot;. Try it with: qcc alerts test %2</source>
        <translation>已添加“%1”。试一试：qcc alerts test %2</translation>
    </message>
    <message>
        <source>Nothing to change: give at least one option (see qcc alerts edit --help).</source>
        <translation>没有要更改的内容：请至少给出一个选项（参见 qcc alerts edit --help）。</translation>
    </message>
    <message>
        <source>Remove the alert channel &quot;%1&quot; with its secrets? [y/N] </source>
        <translation>删除告警渠道“%1”及其机密信息？[y/N] </translation>
    </message>
    <message>
        <source>A test message was sent over &quot;%1&quot;.</source>
        <translation>已通过“%1”发送测试消息。</translation>
    </message>
    <message>
        <source>List the alert channels and how they do</source>
        <translation>列出告警渠道及其状况</translation>
    </message>
    <message>
        <source>Show one alert channel (never its secrets)</source>
        <translation>显示一个告警渠道（绝不显示其机密信息）</translation>
    </message>
    <message>
        <source>Add an alert channel</source>
        <translation>添加告警渠道</translation>
    </message>
    <message>
        <source>Name of the channel</source>
        <translation>渠道的名称</translation>
    </message>
    <message>
        <source>Change an alert channel, or its secrets</source>
        <translation>更改告警渠道或其机密信息</translation>
    </message>
    <message>
        <source>Remove an alert channel with its secrets</source>
        <translation>删除告警渠道及其机密信息</translation>
    </message>
    <message>
        <source>Send a test message over an alert channel, even one that is off</source>
        <translation>通过告警渠道发送一条测试消息，已关闭的渠道也可以</translation>
    </message>
    <message>
        <source>Where alerts are sent, beside the desktop</source>
        <translation>除桌面通知外，告警还发往哪里</translation>
    </message>
    <message>
        <source>&quot;%1&quot; names no alerts; there are: %2; or all, usual, none</source>
        <translation>“%1”不是告警；可用的有：%2；或 all、usual、none</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no span of the day; write it like 22:00-08:00, or off</source>
        <translation>“%1”不是时段；请写成 22:00-08:00 这样的形式，或 off</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no time of a digest; write it like daily@09:00 or weekly@09:00, or off</source>
        <translation>“%1”不是摘要时间；请写成 daily@09:00 或 weekly@09:00 这样的形式，或 off</translation>
    </message>
    <message>
        <source>What is told: failover, recovery, all-down, … with commas between; all, usual (default) or none</source>
        <translation>通知哪些告警：failover、recovery、all-down 等，用逗号分隔；或 all、usual（默认）、none</translation>
    </message>
    <message>
        <source>When only what is critical is sent, such as 22:00-08:00, or off</source>
        <translation>只发送紧急告警的时段，例如 22:00-08:00；或 off</translation>
    </message>
    <message>
        <source>A summary, such as daily@09:00 or weekly@09:00, or off</source>
        <translation>摘要，例如 daily@09:00 或 weekly@09:00；或 off</translation>
    </message>
    <message>
        <source>on (default) or off: nothing is sent there</source>
        <translation>on（默认）或 off：不向其发送</translation>
    </message>
    <message>
        <source>mail: the server&apos;s name; ntfy, telegram: another server&apos;s URL</source>
        <translation>mail：服务器名称；ntfy、telegram：另一台服务器的 URL</translation>
    </message>
    <message>
        <source>mail: the server&apos;s port (default: 587)</source>
        <translation>mail：服务器端口（默认：587）</translation>
    </message>
    <message>
        <source>mail: starttls (default), tls, or none (only to this computer)</source>
        <translation>mail：starttls（默认）、tls 或 none（仅限本机）</translation>
    </message>
    <message>
        <source>mail: name to sign in with (&quot;&quot;: none)</source>
        <translation>mail：登录用户名（&quot;&quot;：不登录）</translation>
    </message>
    <message>
        <source>mail: the sender&apos;s address</source>
        <translation>mail：发件人地址</translation>
    </message>
    <message>
        <source>mail: an address; telegram: a chat&apos;s number or @name; ntfy: a topic; may be repeated for mail</source>
        <translation>mail：收件地址；telegram：聊天的数字 ID 或 @名称；ntfy：主题；对 mail 可重复给出</translation>
    </message>
    <message>
        <source>command: the program that is run</source>
        <translation>command：要运行的程序</translation>
    </message>
    <message>
        <source>command: an argument of the program; may be repeated, written as --argument=-x where it begins with a dash</source>
        <translation>command：程序的一个参数；可重复给出，以短横线开头时写作 --argument=-x</translation>
    </message>
    <message>
        <source>webhook, slack, dingtalk, feishu, wecom, telegram, discord, ntfy, mail or command</source>
        <translation>webhook、slack、dingtalk、feishu、wecom、telegram、discord、ntfy、mail 或 command</translation>
    </message>
    <message>
        <source>Another name</source>
        <translation>新的名称</translation>
    </message>
    <message>
        <source>%1 of &quot;%2&quot; was not given; nothing was changed.</source>
        <translation>没有给出“%2”的%1；未做任何更改。</translation>
    </message>
    <message>
        <source>Read the webhook&apos;s whole address from stdin</source>
        <translation>从标准输入读取 webhook 的完整地址</translation>
    </message>
    <message>
        <source>Ask for the webhook&apos;s address</source>
        <translation>询问 webhook 的地址</translation>
    </message>
    <message>
        <source>Read the token from stdin</source>
        <translation>从标准输入读取令牌</translation>
    </message>
    <message>
        <source>Ask for the token</source>
        <translation>询问令牌</translation>
    </message>
    <message>
        <source>Read the mail server&apos;s password from stdin</source>
        <translation>从标准输入读取邮件服务器的密码</translation>
    </message>
    <message>
        <source>Ask for the mail server&apos;s password</source>
        <translation>询问邮件服务器的密码</translation>
    </message>
    <message>
        <source>Read the signing secret from stdin</source>
        <translation>从标准输入读取签名密钥</translation>
    </message>
    <message>
        <source>Ask for the signing secret</source>
        <translation>询问签名密钥</translation>
    </message>
    <message>
        <source>Don&apos;t sign any more</source>
        <translation>不再签名</translation>
    </message>
    <message>
        <source>Forget the token</source>
        <translation>删除令牌</translation>
    </message>
    <message>
        <source>Secrets, one a line (they are not shown): </source>
        <translation>机密信息，每行一个（输入时不显示）：</translation>
    </message>
    <message>
        <source>Nothing could be read from stdin.</source>
        <translation>无法从标准输入读取任何内容。</translation>
    </message>
    <message>
        <source>There is no terminal to ask on; pipe it in with --%1-stdin.</source>
        <translation>当前没有可用于询问的终端；请用 --%1-stdin 通过管道传入。</translation>
    </message>
    <message>
        <source>%1 for %2 (it is not shown): </source>
        <translation>%2 的%1（输入时不显示）：</translation>
    </message>
    <message>
        <source>server</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>security</source>
        <translation>加密</translation>
    </message>
    <message>
        <source>sender</source>
        <translation>发件人</translation>
    </message>
    <message>
        <source>user</source>
        <translation>用户名</translation>
    </message>
    <message>
        <source>No alert channels yet. Add one with: qcc alerts add NAME --kind KIND</source>
        <translation>还没有告警渠道。添加渠道：qcc alerts add NAME --kind KIND</translation>
    </message>
    <message>
        <source>kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>where</source>
        <translation>发往</translation>
    </message>
    <message>
        <source>arguments</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>alerts</source>
        <translation>告警</translation>
    </message>
    <message>
        <source>quiet</source>
        <translation>免打扰</translation>
    </message>
    <message>
        <source>digest</source>
        <translation>摘要</translation>
    </message>
    <message>
        <source>Nobody is there to be asked; add --yes to do it without asking.</source>
        <translation>当前无法询问确认；如需直接执行，请加上 --yes。</translation>
    </message>
    <message>
        <source>Nothing to change: give --rename, --description, --next-on, --map or --header. Endpoints are changed with: qcc endpoint edit</source>
        <translation>没有要更改的内容：请给出 --rename、--description、--next-on、--map 或 --header。更改端点请用：qcc endpoint edit</translation>
    </message>
    <message>
        <source>Rename a config, change its description, what leads to the next one, its names for models, or its headers</source>
        <translation>重命名配置，更改其说明、转向下一个的错误、模型名称或标头</translation>
    </message>
    <message>
        <source>A header to send to this config&apos;s providers, in the place of Claude Code&apos;s of the same name; may be repeated, replaces those before. Keys belong to endpoints</source>
        <translation>发给此配置各服务商的标头，会替换 Claude Code 的同名标头；可重复给出，会替换原有设置。密钥应设置在端点上</translation>
    </message>
    <message>
        <source>Send no headers of its own any more</source>
        <translation>清除此配置自己的所有标头</translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s): see above how to mend them.</source>
        <translation>
            <numerusform>%n 个问题：修复方法见上文。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It works; %n thing(s) could be better.</source>
        <translation>
            <numerusform>可以工作；有 %n 处可以改进。</numerusform>
        </translation>
    </message>
    <message>
        <source>All is well.</source>
        <translation>一切正常。</translation>
    </message>
    <message>
        <source>Check everything that has to be right, and say how to mend what is not</source>
        <translation>检查所有必须正确的事项，并说明如何修复</translation>
    </message>
    <message>
        <source>Do not ask the providers</source>
        <translation>不询问服务商</translation>
    </message>
    <message>
        <source>No passphrase was given; nothing was exported.</source>
        <translation>没有给出口令；未导出任何内容。</translation>
    </message>
    <message>
        <source>There is no terminal to ask for a passphrase on; pipe it in with --passphrase-stdin.</source>
        <translation>当前没有可用于询问口令的终端；请用 --passphrase-stdin 通过管道传入。</translation>
    </message>
    <message>
        <source>Passphrase for the file (it is not shown): </source>
        <translation>文件的口令（输入时不显示）：</translation>
    </message>
    <message>
        <source>The same once more: </source>
        <translation>请再输入一次：</translation>
    </message>
    <message>
        <source>The two passphrases are not the same; nothing was exported.</source>
        <translation>两次输入的口令不同；未导出任何内容。</translation>
    </message>
    <message>
        <source>Written to %1.</source>
        <translation>已写入 %1。</translation>
    </message>
    <message>
        <source>Replace %1? [y/N] </source>
        <translation>替换 %1？[y/N] </translation>
    </message>
    <message>
        <source>Write configs, groups and policy into a file to take along</source>
        <translation>将配置、分组和策略写入一个便于携带的文件</translation>
    </message>
    <message>
        <source>The file</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>With the keys, encrypted by a passphrase</source>
        <translation>包含密钥，并用口令加密</translation>
    </message>
    <message>
        <source>Read the passphrase from stdin</source>
        <translation>从标准输入读取口令</translation>
    </message>
    <message>
        <source>Replace the file without asking</source>
        <translation>不询问直接替换文件</translation>
    </message>
    <message>
        <source>File of QCC or another application, or a link qcc://import?…</source>
        <translation>QCC 或其他应用的文件，或链接 qcc://import?…</translation>
    </message>
    <message>
        <source>Take them from this application here</source>
        <translation>从本机的这个应用导入</translation>
    </message>
    <message>
        <source>Only the config of this name; may be repeated</source>
        <translation>只导入此名称的配置；可重复给出</translation>
    </message>
    <message>
        <source>Put them all into primary, secondary, fallback or disabled</source>
        <translation>全部放入 primary、secondary、fallback 或 disabled</translation>
    </message>
    <message>
        <source>Take over the failover policy too, if the file is QCC&apos;s</source>
        <translation>如果是 QCC 的文件，也采用其故障转移策略</translation>
    </message>
    <message>
        <source>List the applications that are found here</source>
        <translation>列出在本机找到的应用</translation>
    </message>
    <message>
        <source>Add configs from a file, a link, or another application; shows them first</source>
        <translation>从文件、链接或其他应用添加配置；添加前先显示</translation>
    </message>
    <message>
        <source>Only show what would be added</source>
        <translation>只显示将添加的内容</translation>
    </message>
    <message>
        <source>Read the passphrase of an encrypted file from stdin</source>
        <translation>从标准输入读取加密文件的口令</translation>
    </message>
    <message>
        <source>What a link brings is always shown first; leave --yes away, or look with --dry-run.</source>
        <translation>链接带来的内容总是先显示；请去掉 --yes，或用 --dry-run 查看。</translation>
    </message>
    <message>
        <source>the applications on this computer</source>
        <translation>本机的应用</translation>
    </message>
    <message>
        <source>Passphrase of %1 (it is not shown): </source>
        <translation>%1 的口令（输入时不显示）：</translation>
    </message>
    <message>
        <source>No passphrase was given; nothing was imported.</source>
        <translation>没有给出口令；未导入任何内容。</translation>
    </message>
    <message>
        <source>The file is encrypted, and there is no terminal to ask on; pipe the passphrase in with --passphrase-stdin.</source>
        <translation>文件已加密，而当前没有可用于询问的终端；请用 --passphrase-stdin 通过管道传入口令。</translation>
    </message>
    <message>
        <source>Nobody is there to be asked; add --yes to import, or look with --dry-run.</source>
        <translation>当前无法询问确认；请加上 --yes 直接导入，或用 --dry-run 查看。</translation>
    </message>
    <message>
        <source>Take over the policy? [y/N] </source>
        <translation>采用其中的策略？[y/N] </translation>
    </message>
    <message numerus="yes">
        <source>Import %n config(s)? [y/N] </source>
        <translation>
            <numerusform>导入 %n 个配置？[y/N] </numerusform>
        </translation>
    </message>
    <message>
        <source>Which ones? (numbers, such as 1,3-5; Enter: all; 0: none) </source>
        <translation>导入哪些？（编号，例如 1,3-5；回车：全部；0：都不导入）</translation>
    </message>
    <message>
        <source>Give numbers from 1 to %1.</source>
        <translation>请给出 1 到 %1 的编号。</translation>
    </message>
    <message>
        <source>Took over the policy.</source>
        <translation>已采用其中的策略。</translation>
    </message>
    <message>
        <source>Nothing was added.</source>
        <translation>未添加任何内容。</translation>
    </message>
    <message>
        <source>Enter the missing keys with: qcc endpoint edit NAME ENDPOINT --key-prompt</source>
        <translation>补充缺少的密钥：qcc endpoint edit NAME ENDPOINT --key-prompt</translation>
    </message>
    <message>
        <source>From %1:</source>
        <translation>来自 %1：</translation>
    </message>
    <message>
        <source>No application was found that configs could be taken from.</source>
        <translation>没有找到可以导入配置的应用。</translation>
    </message>
    <message>
        <source>NAME</source>
        <comment>column: for --from</comment>
        <translation>名称</translation>
    </message>
    <message>
        <source>APPLICATION</source>
        <comment>column</comment>
        <translation>应用</translation>
    </message>
    <message>
        <source>FILE</source>
        <comment>column</comment>
        <translation>文件</translation>
    </message>
    <message>
        <source>Claude Code asks this proxy until it stops; its settings are put back then</source>
        <translation>在代理停止之前由 Claude Code 使用它；停止时还原 Claude Code 的设置</translation>
    </message>
    <message>
        <source>The running instance gave no answer. Try again; if it stays silent, end its process, and start it with: qcc proxy start</source>
        <translation>正在运行的实例没有应答。请重试；如果一直没有应答，请结束其进程，再启动：qcc proxy start</translation>
    </message>
    <message>
        <source>&quot;%1&quot; can&apos;t do without its %2. Give it at the prompt, or with --%2-stdin.</source>
        <translation>“%1”缺少 %2。请在提示处输入，或使用 --%2-stdin。</translation>
    </message>
    <message>
        <source>There is no alert channel &quot;%1&quot;. See them with: qcc alerts list</source>
        <translation>没有告警渠道“%1”。查看所有渠道：qcc alerts list</translation>
    </message>
    <message>
        <source>There is already an alert channel named &quot;%1&quot;; nothing was changed.</source>
        <translation>已有名为“%1”的告警渠道；未做任何更改。</translation>
    </message>
    <message>
        <source>The alert channel &quot;%1&quot; could not send</source>
        <translation>告警渠道“%1”发送失败</translation>
    </message>
    <message>
        <source>There is no session &quot;%1&quot;, or more than one begins like this. See them with: qcc sessions</source>
        <translation>没有会话“%1”，或以此开头的不止一个。查看所有会话：qcc sessions</translation>
    </message>
    <message>
        <source>There is nothing to import in %1</source>
        <translation>%1 中没有可导入的内容</translation>
    </message>
    <message>
        <source>This is not the passphrase of %1; nothing was imported.</source>
        <translation>这不是 %1 的口令；未导入任何内容。</translation>
    </message>
    <message>
        <source>There is no program &quot;%1&quot; here. Give its full path, or install it first.</source>
        <translation>本机没有程序“%1”。请给出完整路径，或先安装它。</translation>
    </message>
    <message>
        <source>Nothing in %1 is from QCC, so there is nothing to put back.</source>
        <translation>%1 中没有 QCC 写入的内容，无需还原。</translation>
    </message>
    <message>
        <source>%1 was left as it is</source>
        <translation>未改动 %1</translation>
    </message>
    <message>
        <source>Note: %1 leads Claude Code elsewhere, and it prefers that. Connect it with: qcc claude on</source>
        <translation>注意：%1 将 Claude Code 引向别处，且优先生效。请连接：qcc claude on</translation>
    </message>
    <message>
        <source>Start a program that asks QCC; no file is changed</source>
        <translation>启动一个使用 QCC 的程序；不改动任何文件</translation>
    </message>
    <message>
        <source>The program and its arguments, behind --</source>
        <translation>程序及其参数，写在 -- 之后</translation>
    </message>
    <message>
        <source>Show at most so many, the last used</source>
        <translation>最多显示多少个，最近使用的在前</translation>
    </message>
    <message>
        <source>Name either a config, or --auto.</source>
        <translation>请指定一个配置，或使用 --auto，二者选一。</translation>
    </message>
    <message>
        <source>The session goes where new ones go, from its next request on.</source>
        <translation>从下一个请求起，该会话与新会话的去向相同。</translation>
    </message>
    <message>
        <source>The session goes to &quot;%1&quot; from its next request on, while that works.</source>
        <translation>从下一个请求起，该会话改用“%1”，只要它可用。</translation>
    </message>
    <message>
        <source>Let a session go on with another config</source>
        <translation>让会话改用另一个配置</translation>
    </message>
    <message>
        <source>Its id, or the beginning of it</source>
        <translation>会话的编号，或编号的开头</translation>
    </message>
    <message>
        <source>Back to where new sessions go, and as the rules say from then on</source>
        <translation>回到新会话的去向，之后按规则处理</translation>
    </message>
    <message>
        <source>Show the sessions of Claude Code, and move them</source>
        <translation>查看并移动 Claude Code 的会话</translation>
    </message>
    <message>
        <source>Show the sessions and where each goes</source>
        <translation>显示各会话及其去向</translation>
    </message>
    <message>
        <source>No session has been seen yet.</source>
        <translation>还没有会话。</translation>
    </message>
    <message>
        <source>SESSION</source>
        <translation>会话</translation>
    </message>
    <message>
        <source>CONFIG</source>
        <translation>配置</translation>
    </message>
    <message>
        <source>MODEL</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>LAST USED</source>
        <translation>最近使用</translation>
    </message>
    <message>
        <source>REQUESTS</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>RUNNING</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>WHY THERE</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>header</source>
        <translation>标头</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>QCC: not running</source>
        <translation>QCC：未运行</translation>
    </message>
    <message>
        <source>QCC: no answer</source>
        <translation>QCC：没有应答</translation>
    </message>
    <message>
        <source>Print one line for Claude Code&apos;s status line: who serves, and how well</source>
        <translation>输出一行，供 Claude Code 的状态行使用：由谁服务、状况如何</translation>
    </message>
    <message>
        <source>Print what belongs into Claude Code&apos;s settings.json; nothing is written</source>
        <translation>输出应写入 Claude Code 的 settings.json 的内容；不写入任何文件</translation>
    </message>
    <message>
        <source>Written to %1: no keys, no tokens, no private hosts, nothing of your conversations. Look through it before you give it to somebody.</source>
        <translation>已写入 %1：不含密钥、令牌、私有主机名和任何会话内容。交给他人之前请先看一遍。</translation>
    </message>
    <message>
        <source>Write what somebody who helps you needs to know into a file, without secrets</source>
        <translation>将他人协助您时所需的信息写入文件，不含机密信息</translation>
    </message>
    <message>
        <source>File to write (default: qcc-support-DATE.json)</source>
        <translation>要写入的文件（默认：qcc-support-DATE.json）</translation>
    </message>
    <message>
        <source>Replace a file that is there</source>
        <translation>替换已存在的文件</translation>
    </message>
    <message>
        <source>Print it instead</source>
        <translation>改为直接输出</translation>
    </message>
    <message>
        <source>Somebody else has changed what QCC wrote into %1; nothing was changed. See it with: qcc claude status</source>
        <translation>QCC 写入 %1 的内容已被他处更改；未做任何更改。查看：qcc claude status</translation>
    </message>
    <message>
        <source>Claude Code asks %1 now; its settings are in %2.</source>
        <translation>Claude Code 现在连接 %1；其设置位于 %2。</translation>
    </message>
    <message>
        <source>Put back what was there before with: qcc claude off</source>
        <translation>还原之前的设置：qcc claude off</translation>
    </message>
    <message>
        <source>Make Claude Code ask QCC: set two variables in its settings</source>
        <translation>让 Claude Code 使用 QCC：在其设置中写入两个变量</translation>
    </message>
    <message>
        <source>Also in the settings of VS Code and editors like it</source>
        <translation>同时写入 VS Code 及同类编辑器的设置</translation>
    </message>
    <message>
        <source>Also set ENABLE_TOOL_SEARCH, for providers that support it</source>
        <translation>同时设置 ENABLE_TOOL_SEARCH，适用于支持它的服务商</translation>
    </message>
    <message>
        <source>Even when no proxy runs, or other settings win over these</source>
        <translation>即使没有代理在运行，或有其他设置优先于这些设置</translation>
    </message>
    <message>
        <source>Somebody else has changed what QCC wrote into %1; nothing was changed. Leave that, and put the rest back, with: qcc claude off --keep-edits</source>
        <translation>QCC 写入 %1 的内容已被他处更改；未做任何更改。如需保留这些更改并还原其余内容：qcc claude off --keep-edits</translation>
    </message>
    <message>
        <source>What was there before is back in %1.</source>
        <translation>已还原 %1 中之前的设置。</translation>
    </message>
    <message>
        <source>Claude Code that runs now asks QCC until it is started again.</source>
        <translation>已在运行的 Claude Code 在重新启动之前仍会使用 QCC。</translation>
    </message>
    <message>
        <source>Put back what was in Claude Code&apos;s settings before</source>
        <translation>还原 Claude Code 之前的设置</translation>
    </message>
    <message>
        <source>Leave values that somebody else has changed since</source>
        <translation>保留此后被他处更改的值</translation>
    </message>
    <message>
        <source>Put back at any cost, also after a crash; needs nothing that runs</source>
        <translation>无论如何都还原，崩溃之后也可以；不需要任何程序在运行</translation>
    </message>
    <message>
        <source>Show whether Claude Code asks QCC, and what is in the way</source>
        <translation>显示 Claude Code 是否使用 QCC，以及有什么妨碍</translation>
    </message>
    <message>
        <source>%1: QCC wrote %2, and it is gone.</source>
        <comment>%1: a variable, %2: its value</comment>
        <translation>%1：QCC 写入了 %2，现已不在。</translation>
    </message>
    <message>
        <source>%1: it is no longer what QCC wrote.</source>
        <comment>%1: a variable</comment>
        <translation>%1：已不是 QCC 写入的值。</translation>
    </message>
    <message>
        <source>%1: QCC wrote %2, and it is %3 now.</source>
        <comment>%1: a variable, %2, %3: values</comment>
        <translation>%1：QCC 写入了 %2，现在是 %3。</translation>
    </message>
    <message>
        <source>Settings: %1</source>
        <comment>%1: a file</comment>
        <translation>设置：%1</translation>
    </message>
    <message>
        <source>Claude Code&apos;s settings could not be put back: %1</source>
        <translation>无法还原 Claude Code 的设置：%1</translation>
    </message>
    <message>
        <source>Try: qcc claude restore</source>
        <translation>请尝试：qcc claude restore</translation>
    </message>
    <message>
        <source>Claude Code&apos;s settings are as they were before QCC was ended last time</source>
        <translation>Claude Code 的设置已恢复到 QCC 上次结束之前的样子</translation>
    </message>
    <message>
        <source>Claude Code asks %1, and not this proxy; change it with: qcc claude on</source>
        <translation>Claude Code 连接的是 %1，而不是此代理；更改：qcc claude on</translation>
    </message>
    <message>
        <source>Claude Code&apos;s settings were not changed: %1</source>
        <translation>未更改 Claude Code 的设置：%1</translation>
    </message>
    <message>
        <source>Claude Code asks this proxy until it stops: %1</source>
        <translation>在代理停止之前，Claude Code 使用此代理：%1</translation>
    </message>
    <message>
        <source>Claude Code&apos;s settings are as they were before</source>
        <translation>已还原 Claude Code 的设置</translation>
    </message>
    <message>
        <source>request %1: %2 (%3)</source>
        <translation>请求 %1：%2（%3）</translation>
    </message>
    <message>
        <source>%1 is rid of what QCC wrote. What others have changed stays: %2.</source>
        <translation>%1 中已不再有 QCC 写入的内容。他人更改的部分保持不变：%2。</translation>
    </message>
</context>
<context>
    <name>DesktopOptions</name>
    <message>
        <source>&quot;%1&quot; is no address; use HOST:PORT, such as 127.0.0.1:7860</source>
        <translation>“%1”不是地址；请使用 HOST:PORT，例如 127.0.0.1:7860</translation>
    </message>
    <message>
        <source>Keeps Claude Code working when a provider fails: window, tray and proxy.</source>
        <translation>服务商出现故障时让 Claude Code 继续工作：窗口、托盘和代理。</translation>
    </message>
    <message>
        <source>Shows this.</source>
        <translation>显示本帮助。</translation>
    </message>
    <message>
        <source>Shows the version.</source>
        <translation>显示版本。</translation>
    </message>
    <message>
        <source>Starts in the tray.</source>
        <translation>启动后隐藏在托盘中。</translation>
    </message>
    <message>
        <source>Starts with three simulated providers; nothing is kept.</source>
        <translation>使用三个模拟服务商启动；不保存任何内容。</translation>
    </message>
    <message>
        <source>Opens board, health, history, requests or settings.</source>
        <translation>打开 board（看板）、health（健康）、history（历史）、requests（请求）或 settings（设置）。</translation>
    </message>
    <message>
        <source>Speaks en or zh.</source>
        <translation>界面语言：en 或 zh。</translation>
    </message>
    <message>
        <source>Listens there in this run; port 0: any free one.</source>
        <translation>本次运行监听的地址；端口 0 表示任意空闲端口。</translation>
    </message>
    <message>
        <source>Knows endpoints by traffic alone.</source>
        <translation>只通过实际流量了解端点状态。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not understood; see --help</source>
        <translation>无法识别“%1”；参见 --help</translation>
    </message>
    <message>
        <source>--lang is en or zh</source>
        <translation>--lang 只能是 en 或 zh</translation>
    </message>
    <message>
        <source>only one file or link can be opened at once</source>
        <translation>一次只能打开一个文件或链接</translation>
    </message>
    <message>
        <source>Shows what a file of settings, or a link qcc://import?…, would bring, to choose from.</source>
        <translation>显示设置文件或链接 qcc://import?… 带来的内容，由您选择。</translation>
    </message>
</context>
<context>
    <name>Detail</name>
    <message>
        <source>it is empty</source>
        <translation>内容为空</translation>
    </message>
    <message>
        <source>it contains control characters</source>
        <translation>包含控制字符</translation>
    </message>
    <message>
        <source>it is longer than %1 characters</source>
        <translation>超过 %1 个字符</translation>
    </message>
    <message>
        <source>it begins with &apos;-&apos;</source>
        <translation>以“-”开头</translation>
    </message>
    <message>
        <source>it contains &apos;/&apos;</source>
        <translation>包含“/”</translation>
    </message>
    <message>
        <source>it consists of dots only</source>
        <translation>只由点号组成</translation>
    </message>
    <message>
        <source>it contains spaces</source>
        <translation>包含空格</translation>
    </message>
    <message>
        <source>at most %1 characters</source>
        <translation>最多 %1 个字符</translation>
    </message>
    <message>
        <source>at most %1 of them</source>
        <translation>最多 %1 个</translation>
    </message>
    <message>
        <source>no control characters</source>
        <translation>不含控制字符</translation>
    </message>
    <message>
        <source>printable ASCII characters without spaces or line breaks</source>
        <translation>可打印的 ASCII 字符，不含空格和换行</translation>
    </message>
    <message>
        <source>an absolute path</source>
        <translation>绝对路径</translation>
    </message>
    <message>
        <source>100 ms to 1 h</source>
        <translation>100 毫秒到 1 小时</translation>
    </message>
    <message>
        <source>8 hex digits</source>
        <translation>8 位十六进制数字</translation>
    </message>
    <message>
        <source>one that is not in use</source>
        <translation>尚未使用的编号</translation>
    </message>
    <message>
        <source>it must begin with https:// or http://</source>
        <translation>必须以 https:// 或 http:// 开头</translation>
    </message>
    <message>
        <source>write http://host:port or socks5://host:port</source>
        <translation>请写成 http://host:port 或 socks5://host:port</translation>
    </message>
    <message>
        <source>write %1://%2</source>
        <translation>请写成 %1://%2</translation>
    </message>
    <message>
        <source>the host is missing</source>
        <translation>缺少主机名</translation>
    </message>
    <message>
        <source>the port is missing</source>
        <translation>缺少端口</translation>
    </message>
    <message>
        <source>the port must be between 1 and 65535</source>
        <translation>端口必须在 1 到 65535 之间</translation>
    </message>
    <message>
        <source>user name and password do not belong into it</source>
        <translation>其中不应包含用户名和密码</translation>
    </message>
    <message>
        <source>it must end before &apos;?&apos; or &apos;#&apos;</source>
        <translation>必须在“?”或“#”之前结束</translation>
    </message>
    <message>
        <source>it must end after the port</source>
        <translation>必须在端口之后结束</translation>
    </message>
    <message>
        <source>a text of at most %1 characters</source>
        <translation>最多 %1 个字符的文字</translation>
    </message>
    <message>
        <source>a text without control characters</source>
        <translation>不含控制字符的文字</translation>
    </message>
    <message>
        <source>a status from 400 to 499; 401, 402, 403, 404, 408, 409 and 429 lead to the next one anyway</source>
        <translation>400 到 499 的状态码；401、402、403、404、408、409 和 429 本来就会转向下一个</translation>
    </message>
    <message>
        <source>a PEM file with certificates</source>
        <translation>包含证书的 PEM 文件</translation>
    </message>
    <message>
        <source>another process keeps it locked</source>
        <translation>已被另一个进程锁定</translation>
    </message>
    <message>
        <source>it is not a regular file</source>
        <translation>不是普通文件</translation>
    </message>
    <message>
        <source>it is larger than 16 MiB</source>
        <translation>大于 16 MiB</translation>
    </message>
    <message>
        <source>it belongs to somebody else</source>
        <translation>属于其他用户</translation>
    </message>
    <message>
        <source>it is not empty and no QCC home, and others may look into it</source>
        <translation>它非空且不是 QCC 主目录，并且其他人可以查看其内容</translation>
    </message>
    <message>
        <source>it does not answer</source>
        <translation>没有应答</translation>
    </message>
    <message>
        <source>it does not keep what is written</source>
        <translation>无法保存写入的内容</translation>
    </message>
    <message>
        <source>file or keyring</source>
        <translation>file 或 keyring</translation>
    </message>
    <message>
        <source>desktop keyring</source>
        <translation>桌面密钥环</translation>
    </message>
    <message>
        <source>an object { … } is needed</source>
        <translation>此处需要对象 { … }</translation>
    </message>
    <message>
        <source>a list [ … ] is needed</source>
        <translation>此处需要列表 [ … ]</translation>
    </message>
    <message>
        <source>a text is needed</source>
        <translation>此处需要文字</translation>
    </message>
    <message>
        <source>a text in quotes is needed</source>
        <translation>此处需要带引号的文字</translation>
    </message>
    <message>
        <source>true or false is needed</source>
        <translation>此处需要 true 或 false</translation>
    </message>
    <message>
        <source>a whole number from %1 to %2 is needed</source>
        <translation>此处需要 %1 到 %2 的整数</translation>
    </message>
    <message>
        <source>a number from %1 to %2 is needed</source>
        <translation>此处需要 %1 到 %2 的数</translation>
    </message>
    <message>
        <source>before and after are needed</source>
        <translation>需要 before 和 after</translation>
    </message>
    <message>
        <source>another config has this name already</source>
        <translation>已有同名的配置</translation>
    </message>
    <message>
        <source>another endpoint of this config has this name already</source>
        <translation>此配置已有同名的端点</translation>
    </message>
    <message>
        <source>another endpoint has this id already; leave it out to get a new one</source>
        <translation>已有使用此编号的端点；省略它即可自动获得新编号</translation>
    </message>
    <message>
        <source>unterminated object</source>
        <translation>对象没有结束</translation>
    </message>
    <message>
        <source>missing name separator</source>
        <translation>缺少名称后的冒号</translation>
    </message>
    <message>
        <source>unterminated array</source>
        <translation>数组没有结束</translation>
    </message>
    <message>
        <source>missing value separator</source>
        <translation>缺少值之间的逗号</translation>
    </message>
    <message>
        <source>illegal value</source>
        <translation>值不合法</translation>
    </message>
    <message>
        <source>invalid termination by number</source>
        <translation>数字的结尾不合法</translation>
    </message>
    <message>
        <source>illegal number</source>
        <translation>数字不合法</translation>
    </message>
    <message>
        <source>invalid escape sequence</source>
        <translation>转义序列不合法</translation>
    </message>
    <message>
        <source>invalid UTF8 string</source>
        <translation>UTF-8 字符串不合法</translation>
    </message>
    <message>
        <source>unterminated string</source>
        <translation>字符串没有结束</translation>
    </message>
    <message>
        <source>object is missing after a comma</source>
        <translation>逗号之后缺少内容</translation>
    </message>
    <message>
        <source>too deeply nested document</source>
        <translation>嵌套过深</translation>
    </message>
    <message>
        <source>garbage at the end of the document</source>
        <translation>文件末尾有多余内容</translation>
    </message>
    <message>
        <source>Permission denied</source>
        <translation>权限不足</translation>
    </message>
    <message>
        <source>No such file or directory</source>
        <translation>没有那个文件或目录</translation>
    </message>
    <message>
        <source>No space left on device</source>
        <translation>设备上没有剩余空间</translation>
    </message>
    <message>
        <source>Read-only file system</source>
        <translation>只读文件系统</translation>
    </message>
    <message>
        <source>Is a directory</source>
        <translation>是一个目录</translation>
    </message>
    <message>
        <source>Not a directory</source>
        <translation>不是目录</translation>
    </message>
    <message>
        <source>The address is not available</source>
        <translation>该地址不可用</translation>
    </message>
    <message>
        <source>The address is protected</source>
        <translation>该地址受保护</translation>
    </message>
    <message>
        <source>line %1, column %2: %3</source>
        <translation>第 %1 行第 %2 列：%3</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>permitted values</comment>
        <translation>%1 到 %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a path in a file and what is wrong there</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>two names of 1 to %1 characters without control characters</source>
        <translation>两个名称，各 1 到 %1 个字符，不含控制字符</translation>
    </message>
    <message>
        <source>a plain name to send, without *</source>
        <translation>要发送的名称是普通名称，不含 *</translation>
    </message>
    <message>
        <source>every name once</source>
        <translation>每个名称只出现一次</translation>
    </message>
    <message>
        <source>the same configs, each once</source>
        <translation>相同的配置，每个只出现一次</translation>
    </message>
    <message>
        <source>FROM=TO, for example &quot;claude-opus-*=my-opus&quot;</source>
        <translation>FROM=TO，例如“claude-opus-*=my-opus”</translation>
    </message>
    <message>
        <source>it holds no exported settings of QCC</source>
        <translation>其中没有 QCC 导出的设置</translation>
    </message>
    <message>
        <source>it is of version %1, this QCC knows %2</source>
        <translation>其版本为 %1，当前 QCC 支持 %2</translation>
    </message>
    <message>
        <source>NAME: VALUE, for example &quot;x-team: compilers&quot;</source>
        <translation>NAME: VALUE，例如“x-team: compilers”</translation>
    </message>
    <message>
        <source>a name of 1 to %1 letters, digits and marks such as &quot;-&quot;</source>
        <translation>由 1 到 %1 个字母、数字及“-”等符号组成的名称</translation>
    </message>
    <message>
        <source>a header that QCC does not set itself</source>
        <translation>QCC 不自行设置的标头</translation>
    </message>
    <message>
        <source>no key or password; those belong to an endpoint</source>
        <translation>不能是密钥或密码；它们应设置在端点上</translation>
    </message>
    <message>
        <source>a value of 1 to %1 plain characters in one line</source>
        <translation>1 到 %1 个普通字符的值，不换行</translation>
    </message>
    <message>
        <source>a mail server&apos;s name</source>
        <translation>邮件服务器的名称</translation>
    </message>
    <message>
        <source>starttls or tls; none only to this computer</source>
        <translation>starttls 或 tls；none 仅限本机</translation>
    </message>
    <message>
        <source>one mail address</source>
        <translation>一个邮件地址</translation>
    </message>
    <message>
        <source>mail addresses</source>
        <translation>邮件地址</translation>
    </message>
    <message>
        <source>a chat&apos;s number, or @name of a channel</source>
        <translation>聊天的数字 ID，或频道的 @名称</translation>
    </message>
    <message>
        <source>a topic of 1 to 64 letters, digits, - and _</source>
        <translation>由 1 到 64 个字母、数字、- 和 _ 组成的主题</translation>
    </message>
    <message>
        <source>at least one alert, or a digest</source>
        <translation>至少一种告警，或摘要</translation>
    </message>
    <message>
        <source>two different times, as in 22:00-08:00</source>
        <translation>两个不同的时间，例如 22:00-08:00</translation>
    </message>
    <message>
        <source>a time, as in 09:00</source>
        <translation>时间，例如 09:00</translation>
    </message>
    <message>
        <source>it must begin with https://</source>
        <translation>必须以 https:// 开头</translation>
    </message>
    <message>
        <source>a secret that this kind of channel has</source>
        <translation>此类渠道所用的机密信息</translation>
    </message>
    <message>
        <source>the kind that it has</source>
        <translation>它原有的类型</translation>
    </message>
    <message>
        <source>a time, as in &quot;09:00&quot;, is needed</source>
        <translation>此处需要时间，例如“09:00”</translation>
    </message>
    <message>
        <source>an alert&apos;s name, as in &quot;failover&quot;, is needed</source>
        <translation>此处需要告警的名称，例如“failover”</translation>
    </message>
    <message>
        <source>a kind of channel, as in &quot;webhook&quot;, is needed</source>
        <translation>此处需要渠道的类型，例如“webhook”</translation>
    </message>
    <message>
        <source>another channel has this name already</source>
        <translation>已有同名的渠道</translation>
    </message>
    <message>
        <source>another channel has this id already; leave it out to get a new one</source>
        <translation>已有使用此编号的渠道；省略它即可自动获得新编号</translation>
    </message>
    <message>
        <source>it has no address</source>
        <translation>没有地址</translation>
    </message>
    <message>
        <source>it signs in with an account, not with a key</source>
        <translation>它用账户登录，而不是用密钥</translation>
    </message>
    <message>
        <source>it leads to QCC itself</source>
        <translation>它指向 QCC 自己</translation>
    </message>
    <message>
        <source>it leads to another program on this computer, which has the keys</source>
        <translation>它指向本机的另一个程序，密钥在该程序中</translation>
    </message>
    <message>
        <source>it goes through %1, which has a protocol of its own</source>
        <translation>它经由 %1，使用后者自己的协议</translation>
    </message>
    <message>
        <source>it speaks another protocol, which only %1 translates</source>
        <translation>它使用另一种协议，只有 %1 能转换</translation>
    </message>
    <message>
        <source>it speaks %1, which only %2 translates</source>
        <translation>它使用 %1，只有 %2 能转换</translation>
    </message>
    <message>
        <source>its address is not one that calls can be added to</source>
        <translation>无法在它的地址之后添加调用路径</translation>
    </message>
    <message>
        <source>it has no providers</source>
        <translation>没有服务商</translation>
    </message>
    <message>
        <source>it has no providers for Claude Code</source>
        <translation>没有用于 Claude Code 的服务商</translation>
    </message>
    <message>
        <source>it has no endpoints</source>
        <translation>没有端点</translation>
    </message>
    <message>
        <source>it has no profiles</source>
        <translation>没有配置</translation>
    </message>
    <message>
        <source>it has nothing named &quot;%1&quot;</source>
        <translation>其中没有名为“%1”的内容</translation>
    </message>
    <message>
        <source>it was not found here</source>
        <translation>本机没有找到它</translation>
    </message>
    <message>
        <source>name a file, or an application with --from</source>
        <translation>请给出文件，或用 --from 指定应用</translation>
    </message>
    <message>
        <source>its profiles are encrypted; import ~/.fastcc/cache.json instead</source>
        <translation>其配置已加密；请改为导入 ~/.fastcc/cache.json</translation>
    </message>
    <message>
        <source>its &quot;env&quot; names neither an address nor a key</source>
        <translation>其“env”既没有地址，也没有密钥</translation>
    </message>
    <message>
        <source>it is none of QCC, Claude Code, cc-switch, claude-code-router, ccNexus or FastCC</source>
        <translation>它不属于 QCC、Claude Code、cc-switch、claude-code-router、ccNexus 或 FastCC</translation>
    </message>
    <message>
        <source>a link like qcc://import?name=…&amp;url=… is needed</source>
        <translation>需要 qcc://import?name=…&amp;url=… 这样的链接</translation>
    </message>
    <message>
        <source>it has parts that do not belong into such a link</source>
        <translation>其中有不属于此类链接的部分</translation>
    </message>
    <message>
        <source>it is not UTF-8</source>
        <translation>它不是 UTF-8 编码</translation>
    </message>
    <message>
        <source>its parameter &quot;%1&quot; is not known</source>
        <translation>无法识别其参数“%1”</translation>
    </message>
    <message>
        <source>its parameter &quot;%1&quot; is there twice</source>
        <translation>其参数“%1”出现了两次</translation>
    </message>
    <message>
        <source>its parameter &quot;%1&quot; is not readable</source>
        <translation>无法读取其参数“%1”</translation>
    </message>
    <message>
        <source>a parameter &quot;%1&quot; is needed</source>
        <translation>需要参数“%1”</translation>
    </message>
    <message>
        <source>&quot;x-api-key&quot;, &quot;bearer&quot; or &quot;both&quot; is needed</source>
        <translation>此处需要“x-api-key”、“bearer”或“both”</translation>
    </message>
    <message>
        <source>a text in base 64 is needed</source>
        <translation>此处需要 Base64 编码的文字</translation>
    </message>
    <message>
        <source>as many values as columns are needed</source>
        <translation>值的数量必须与列数相同</translation>
    </message>
    <message>
        <source>file is not a database</source>
        <translation>文件不是数据库</translation>
    </message>
    <message>
        <source>it is larger than 1 GiB</source>
        <translation>大于 1 GiB</translation>
    </message>
    <message>
        <source>it is larger than 256 MiB</source>
        <translation>大于 256 MiB</translation>
    </message>
    <message>
        <source>there is not enough memory</source>
        <translation>内存不足</translation>
    </message>
    <message>
        <source>%1 to %2 characters</source>
        <translation>%1 到 %2 个字符</translation>
    </message>
    <message>
        <source>encryption</source>
        <translation>加密文件</translation>
    </message>
    <message>
        <source>there are more than %1 of them; the others were left out</source>
        <translation>总数超过 %1 个；其余的已略过</translation>
    </message>
    <message>
        <source>left out, because they are for other programs than Claude Code: %1</source>
        <translation>已略过用于其他程序而非 Claude Code 的：%1</translation>
    </message>
    <message>
        <source>a header of &quot;%1&quot; was left out: %2</source>
        <translation>已略过“%1”的一个标头：%2</translation>
    </message>
    <message>
        <source>a program gives the key (apiKeyHelper); QCC does not run it</source>
        <translation>密钥由一个程序提供（apiKeyHelper）；QCC 不会运行它</translation>
    </message>
    <message>
        <source>the key of &quot;%1&quot; is in the environment variable %2; enter it</source>
        <translation>“%1”的密钥在环境变量 %2 中；请自行输入</translation>
    </message>
    <message>
        <source>the file is read-only</source>
        <translation>文件是只读的</translation>
    </message>
    <message>
        <source>the folder is read-only</source>
        <translation>文件夹是只读的</translation>
    </message>
    <message>
        <source>the file has a second name (a hard link), which would be cut off</source>
        <translation>文件有第二个名称（硬链接），改动会切断它</translation>
    </message>
    <message>
        <source>its links lead in a circle</source>
        <translation>其链接循环指向自己</translation>
    </message>
    <message>
        <source>neither it nor an editor like it has settings here</source>
        <translation>本机没有它或同类编辑器的设置</translation>
    </message>
    <message>
        <source>it is connected; disconnect it before another settings folder</source>
        <translation>它正处于连接状态；换用其他设置文件夹之前请先断开它</translation>
    </message>
    <message>
        <source>%1 is set, so Claude Code asks another service</source>
        <translation>设置了 %1，因此 Claude Code 会连接其他服务</translation>
    </message>
    <message>
        <source>the administrator&apos;s settings %1 set %2</source>
        <translation>管理员的设置 %1 中设置了 %2</translation>
    </message>
    <message>
        <source>a name in quotes is needed</source>
        <translation>此处需要带引号的名称</translation>
    </message>
    <message>
        <source>a value is missing</source>
        <translation>缺少值</translation>
    </message>
    <message>
        <source>the file ends too early</source>
        <translation>文件提前结束</translation>
    </message>
    <message>
        <source>the comment does not end</source>
        <translation>注释没有结束</translation>
    </message>
    <message>
        <source>Claude Code permits no comment here</source>
        <translation>Claude Code 不允许此处有注释</translation>
    </message>
    <message>
        <source>a line break or control character within a text</source>
        <translation>文字中有换行符或控制字符</translation>
    </message>
    <message>
        <source>&quot;env&quot; holds no object { … }</source>
        <translation>“env”的值不是对象 { … }</translation>
    </message>
    <message>
        <source>&quot;claudeCode.environmentVariables&quot; holds no list [ … ]</source>
        <translation>“claudeCode.environmentVariables”的值不是列表 [ … ]</translation>
    </message>
    <message>
        <source>%1 or %2 is needed</source>
        <translation>此处需要 %1 或 %2</translation>
    </message>
</context>
<context>
    <name>DiscardQuestion</name>
    <message>
        <source>Discard your changes?</source>
        <translation>放弃更改？</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Keep editing</source>
        <translation>继续编辑</translation>
    </message>
</context>
<context>
    <name>DoctorText</name>
    <message>
        <source>The running proxy does not answer: %1.</source>
        <translation>正在运行的代理没有应答：%1。</translation>
    </message>
    <message>
        <source>Restart it.</source>
        <translation>请重启它。</translation>
    </message>
    <message>
        <source>The providers were not asked: only a running proxy does that.</source>
        <translation>没有询问服务商：只有正在运行的代理才能询问。</translation>
    </message>
    <message>
        <source>The providers could not be asked: %1.</source>
        <translation>无法询问服务商：%1。</translation>
    </message>
    <message>
        <source>Claude Code is there: %1.</source>
        <translation>找到 Claude Code：%1。</translation>
    </message>
    <message>
        <source>The program &quot;claude&quot; is not in the PATH.</source>
        <translation>在 PATH 中找不到程序“claude”。</translation>
    </message>
    <message>
        <source>Install Claude Code, unless you use it in an editor only.</source>
        <translation>请安装 Claude Code；如果只在编辑器中使用则无需安装。</translation>
    </message>
    <message>
        <source>Connect it: qcc claude on; or start it with: qcc run -- claude</source>
        <translation>连接：qcc claude on；或这样启动：qcc run -- claude</translation>
    </message>
    <message>
        <source>See the differences: qcc claude status</source>
        <translation>查看差异：qcc claude status</translation>
    </message>
    <message>
        <source>Put back what was there before: qcc claude restore</source>
        <translation>还原之前的设置：qcc claude restore</translation>
    </message>
    <message>
        <source>Notifications are shown by %1.</source>
        <translation>通知由 %1 显示。</translation>
    </message>
    <message>
        <source>Nothing here shows notifications.</source>
        <translation>这里没有显示通知的程序。</translation>
    </message>
    <message>
        <source>Start a notification daemon (for example dunst), or rely on the tray and the window.</source>
        <translation>启动一个通知程序（例如 dunst），或只看托盘和窗口。</translation>
    </message>
    <message>
        <source>This desktop has a tray.</source>
        <translation>此桌面有托盘。</translation>
    </message>
    <message>
        <source>This desktop has no tray for status icons: the window minimises instead of hiding.</source>
        <translation>此桌面没有托盘：窗口会最小化，而不是隐藏。</translation>
    </message>
    <message>
        <source>On GNOME, install the AppIndicator extension.</source>
        <translation>在 GNOME 中请安装 AppIndicator 扩展。</translation>
    </message>
    <message>
        <source>There is no desktop session here: no tray, no notifications.</source>
        <translation>这里没有桌面会话：没有托盘，也没有通知。</translation>
    </message>
    <message>
        <source>Others can look into %1.</source>
        <translation>其他人可以查看 %1 中的内容。</translation>
    </message>
    <message>
        <source>Close it: chmod 700 &quot;%1&quot;</source>
        <translation>禁止他人访问：chmod 700 &quot;%1&quot;</translation>
    </message>
    <message>
        <source>Others can read files in %1: %2.</source>
        <translation>其他人可以读取 %1 中的文件：%2。</translation>
    </message>
    <message>
        <source>Close them: chmod 600 &quot;%1&quot;/*</source>
        <translation>禁止他人访问：chmod 600 &quot;%1&quot;/*</translation>
    </message>
    <message>
        <source>%1 cannot be written.</source>
        <translation>无法写入 %1。</translation>
    </message>
    <message>
        <source>Give its owner the right to write.</source>
        <translation>请给它的所有者写入权限。</translation>
    </message>
    <message>
        <source>Only %1 are free on the disk of %2: settings and history may soon not be written.</source>
        <translation>%2 所在的磁盘只剩 %1：很快可能无法写入设置和历史记录。</translation>
    </message>
    <message>
        <source>Make room on it.</source>
        <translation>请清理出空间。</translation>
    </message>
    <message>
        <source>%1 cannot be used: %2.</source>
        <translation>无法使用 %1：%2。</translation>
    </message>
    <message>
        <source>%1 is not there yet.</source>
        <translation>还没有 %1。</translation>
    </message>
    <message>
        <source>It is made when the first config is added: qcc add NAME --url URL</source>
        <translation>添加第一个配置时会创建：qcc add NAME --url URL</translation>
    </message>
    <message>
        <source>Mend the file by hand; QCC left it as it is.</source>
        <translation>请手动修复该文件；QCC 没有改动它。</translation>
    </message>
    <message>
        <source>The settings in %1 are whole, and yours alone.</source>
        <translation>%1 中的设置完好，且仅您可访问。</translation>
    </message>
    <message>
        <source>No config is set up: nothing can serve Claude Code.</source>
        <translation>还没有设置配置：没有谁能为 Claude Code 提供服务。</translation>
    </message>
    <message>
        <source>Add one: qcc add NAME --url URL --key-prompt; or take one over: qcc import</source>
        <translation>添加：qcc add NAME --url URL --key-prompt；或导入：qcc import</translation>
    </message>
    <message>
        <source>Every config is disabled, in a group that is off, or without an endpoint.</source>
        <translation>所有配置都已停用、所在的组已关闭，或没有端点。</translation>
    </message>
    <message>
        <source>Give one a priority: qcc priority set NAME primary</source>
        <translation>设置优先级：qcc priority set NAME primary</translation>
    </message>
    <message>
        <source>There is one config only: when it fails, nothing can take over.</source>
        <translation>只有一个配置：它出现故障时，没有其他配置可以接管。</translation>
    </message>
    <message>
        <source>Add another: qcc add NAME --url URL --priority secondary</source>
        <translation>再添加一个：qcc add NAME --url URL --priority secondary</translation>
    </message>
    <message>
        <source>Automatic failover is off.</source>
        <translation>自动故障转移已关闭。</translation>
    </message>
    <message>
        <source>Switch it on: qcc priority policy --auto-failover</source>
        <translation>打开：qcc priority policy --auto-failover</translation>
    </message>
    <message>
        <source>Move it away; a new history is begun at the next start.</source>
        <translation>请将它移走；下次启动时会新建历史记录。</translation>
    </message>
    <message>
        <source>There is no history yet.</source>
        <translation>还没有历史记录。</translation>
    </message>
    <message numerus="yes">
        <source>The history can be read: %n event(s), %1.</source>
        <translation>
            <numerusform>可以读取历史记录：%n 个事件，%1。</numerusform>
        </translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>代理</translation>
    </message>
    <message>
        <source>Providers</source>
        <translation>服务商</translation>
    </message>
    <message>
        <source>Claude Code</source>
        <translation>Claude Code</translation>
    </message>
    <message>
        <source>Desktop</source>
        <translation>桌面</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>时钟</translation>
    </message>
    <message>
        <source>The proxy cannot listen on %1: %2.</source>
        <translation>代理无法监听 %1：%2。</translation>
    </message>
    <message>
        <source>End the program that listens there, or choose another port.</source>
        <translation>请结束正在监听该地址的程序，或另选端口。</translation>
    </message>
    <message>
        <source>The proxy is switched off: it takes no requests.</source>
        <translation>代理已关闭：不接收请求。</translation>
    </message>
    <message>
        <source>Switch it on in the window or the tray.</source>
        <translation>请在窗口或托盘中打开。</translation>
    </message>
    <message>
        <source>The proxy listens on %1 (version %2, process %3).</source>
        <translation>代理正在监听 %1（版本 %2，进程 %3）。</translation>
    </message>
    <message>
        <source>The proxy listens on %1, which other computers can reach.</source>
        <translation>代理正在监听 %1，其他计算机可以访问。</translation>
    </message>
    <message>
        <source>Listen on 127.0.0.1, unless this is what you want.</source>
        <translation>除非这正是您想要的，否则请监听 127.0.0.1。</translation>
    </message>
    <message>
        <source>The running proxy is version %1, this program is %2.</source>
        <translation>正在运行的代理是版本 %1，本程序是 %2。</translation>
    </message>
    <message>
        <source>Restart the proxy.</source>
        <translation>请重启代理。</translation>
    </message>
    <message>
        <source>A settings file was not taken over: %1: %2.</source>
        <translation>有设置文件未被采用：%1：%2。</translation>
    </message>
    <message>
        <source>Mend it; until then the settings from before are in force.</source>
        <translation>请修复它；在此之前沿用原有的设置。</translation>
    </message>
    <message>
        <source>No proxy runs: Claude Code reaches nobody here.</source>
        <translation>没有正在运行的代理：Claude Code 在此得不到服务。</translation>
    </message>
    <message>
        <source>Start it: qcc proxy start, or open the window: qcc-desktop</source>
        <translation>启动：qcc proxy start，或打开窗口：qcc-desktop</translation>
    </message>
    <message>
        <source>Another program listens on %1:%2: %3.</source>
        <translation>另一个程序正在监听 %1:%2：%3。</translation>
    </message>
    <message>
        <source>End it, or start the proxy elsewhere: qcc proxy start --listen 127.0.0.1:PORT</source>
        <translation>请结束它，或换一个地址启动代理：qcc proxy start --listen 127.0.0.1:PORT</translation>
    </message>
    <message>
        <source>The keys in the %1 cannot be reached: %2.</source>
        <translation>无法访问%1中的密钥：%2。</translation>
    </message>
    <message>
        <source>Unlock the keyring, or keep keys in a file: QCC_SECRETS=file</source>
        <translation>请解锁密钥环，或将密钥保存在文件中：QCC_SECRETS=file</translation>
    </message>
    <message>
        <source>Keys lie in %1, which only you can read, and not in a keyring.</source>
        <translation>密钥保存在只有您能读取的 %1 中，而不是密钥环中。</translation>
    </message>
    <message>
        <source>Install and start a keyring (gnome-keyring, KWallet); new keys go there then.</source>
        <translation>请安装并启动密钥环（gnome-keyring、KWallet）；之后新的密钥会保存到那里。</translation>
    </message>
    <message>
        <source>Keys are kept in the %1.</source>
        <translation>密钥保存在%1中。</translation>
    </message>
    <message>
        <source>This computer&apos;s clock is right.</source>
        <translation>本机时钟准确。</translation>
    </message>
    <message>
        <source>This computer&apos;s clock is %1 ahead of the providers&apos;.</source>
        <translation>本机时钟比服务商快 %1。</translation>
    </message>
    <message>
        <source>This computer&apos;s clock is %1 behind the providers&apos;.</source>
        <translation>本机时钟比服务商慢 %1。</translation>
    </message>
    <message>
        <source>Set it, or let it be set: timedatectl set-ntp true. Certificates and times of limits depend on it.</source>
        <translation>请校准时钟，或自动校准：timedatectl set-ntp true。证书和限流时间都依赖它。</translation>
    </message>
    <message>
        <source>%1 does not answer as the proxy should: %2.</source>
        <translation>%1 的应答不像代理：%2。</translation>
    </message>
    <message>
        <source>Look which program listens there; restart the proxy.</source>
        <translation>请查看是哪个程序在监听该地址，并重启代理。</translation>
    </message>
    <message>
        <source>The proxy does not take its own token (status %1).</source>
        <translation>代理不接受自己的令牌（状态码 %1）。</translation>
    </message>
    <message>
        <source>Restart the proxy; then connect Claude Code again: qcc claude on</source>
        <translation>请重启代理，再重新连接 Claude Code：qcc claude on</translation>
    </message>
    <message>
        <source>The proxy answers without a token (status %1).</source>
        <translation>代理不需要令牌就应答（状态码 %1）。</translation>
    </message>
    <message>
        <source>Something else listens at its address: look which program it is.</source>
        <translation>有其他程序在监听它的地址：请查看是哪个程序。</translation>
    </message>
    <message>
        <source>It lets in who has the token, and nobody else.</source>
        <translation>代理只接受持有令牌的请求。</translation>
    </message>
    <message>
        <source>No provider told the time, so the clock was not compared.</source>
        <translation>没有服务商给出时间，因此未比较时钟。</translation>
    </message>
    <message>
        <source>%1 does not work: %2.</source>
        <translation>%1 不可用：%2。</translation>
    </message>
    <message>
        <source>Look at its address and at the provider&apos;s status page: qcc health</source>
        <translation>请检查其地址和服务商的状态页：qcc health</translation>
    </message>
    <message>
        <source>%1 does not take its key: %2.</source>
        <translation>%1 不接受其密钥：%2。</translation>
    </message>
    <message>
        <source>Give it another: qcc endpoint edit CONFIG ENDPOINT --key-prompt</source>
        <translation>更换密钥：qcc endpoint edit CONFIG ENDPOINT --key-prompt</translation>
    </message>
    <message>
        <source>%1 could not be looked at: it offers nothing that costs no tokens.</source>
        <translation>无法检查 %1：它没有不消耗 token 的接口。</translation>
    </message>
    <message>
        <source>%1 answers after %2.</source>
        <translation>%1 的应答用时 %2。</translation>
    </message>
</context>
<context>
    <name>FieldName</name>
    <message>
        <source>Automatic failover</source>
        <translation>自动故障转移</translation>
    </message>
    <message>
        <source>Automatic recovery</source>
        <translation>自动恢复</translation>
    </message>
    <message>
        <source>Failures before a failover</source>
        <translation>故障转移前的失败次数</translation>
    </message>
    <message>
        <source>Good checks before a recovery</source>
        <translation>恢复前的正常检查次数</translation>
    </message>
    <message>
        <source>Time between checks</source>
        <translation>检查间隔</translation>
    </message>
    <message>
        <source>Cool-down after a switch</source>
        <translation>切换后的冷却时间</translation>
    </message>
    <message>
        <source>Delay before a recovery</source>
        <translation>恢复延迟</translation>
    </message>
    <message>
        <source>Automatic switches per hour</source>
        <translation>每小时自动切换次数</translation>
    </message>
    <message>
        <source>Say when a failover happens</source>
        <translation>故障转移时通知</translation>
    </message>
    <message>
        <source>Say when a recovery happens</source>
        <translation>恢复时通知</translation>
    </message>
    <message>
        <source>Spill-over</source>
        <translation>溢出转发</translation>
    </message>
    <message>
        <source>Time to connect</source>
        <translation>连接超时</translation>
    </message>
    <message>
        <source>Time to the first answer</source>
        <translation>首次应答超时</translation>
    </message>
    <message>
        <source>Longest silence</source>
        <translation>最长停顿</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>Certificate file</source>
        <translation>证书文件</translation>
    </message>
    <message>
        <source>An answer that means &quot;ask the next&quot;</source>
        <translation>表示“转向下一个”的应答</translation>
    </message>
    <message>
        <source>Model name</source>
        <translation>模型名称</translation>
    </message>
    <message>
        <source>Days that requests are kept</source>
        <translation>请求保留天数</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>Header</source>
        <translation>标头</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>端口</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>加密</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>用户名</translation>
    </message>
    <message>
        <source>Sender</source>
        <translation>发件人</translation>
    </message>
    <message>
        <source>Recipients</source>
        <translation>收件人</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>程序</translation>
    </message>
    <message>
        <source>Arguments</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>What is told</source>
        <translation>通知内容</translation>
    </message>
    <message>
        <source>Quiet hours</source>
        <translation>免打扰时段</translation>
    </message>
    <message>
        <source>Time of the summary</source>
        <translation>摘要时间</translation>
    </message>
    <message>
        <source>Webhook address</source>
        <translation>Webhook 地址</translation>
    </message>
    <message>
        <source>Signing secret</source>
        <translation>签名密钥</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>令牌</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Alert channels</source>
        <translation>告警渠道</translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>Board</source>
        <translation>看板</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>健康</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
</context>
<context>
    <name>PolicyFormField</name>
    <message>
        <source>Automatic failover</source>
        <translation>自动故障转移</translation>
    </message>
    <message>
        <source>When the active config fails, the next one that works takes over.</source>
        <translation>当前配置出现故障时，由下一个可用的配置接管。</translation>
    </message>
    <message>
        <source>Automatic recovery</source>
        <translation>自动恢复</translation>
    </message>
    <message>
        <source>When a better config is well again, QCC goes back to it.</source>
        <translation>优先级更高的配置恢复正常后，QCC 会切换回去。</translation>
    </message>
    <message>
        <source>Spill-over</source>
        <translation>溢出转发</translation>
    </message>
    <message>
        <source>A request that fails is tried on the next endpoint or config at once, so that nobody sees an error.</source>
        <translation>失败的请求会立即转到下一个端点或配置重试，不会让人看到错误。</translation>
    </message>
    <message>
        <source>Failures before a failover</source>
        <translation>故障转移前的失败次数</translation>
    </message>
    <message>
        <source>Good checks before a recovery</source>
        <translation>恢复前的正常检查次数</translation>
    </message>
    <message>
        <source>Time between checks</source>
        <translation>检查间隔</translation>
    </message>
    <message>
        <source>How often every endpoint is looked at; where requests pass, they tell as much, and no check is made.</source>
        <translation>每个端点的检查频率；有请求经过时，请求本身就能说明状态，不再另行检查。</translation>
    </message>
    <message>
        <source>Cool-down after a switch</source>
        <translation>切换后的冷却时间</translation>
    </message>
    <message>
        <source>Delay before a recovery</source>
        <translation>恢复延迟</translation>
    </message>
    <message>
        <source>Automatic switches per hour</source>
        <translation>每小时自动切换次数</translation>
    </message>
    <message>
        <source>Failover</source>
        <translation>故障转移</translation>
    </message>
    <message>
        <source>Another config has taken over.</source>
        <translation>另一个配置已接管。</translation>
    </message>
    <message>
        <source>Recovery</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>A better config serves again.</source>
        <translation>优先级更高的配置重新提供服务。</translation>
    </message>
    <message>
        <source>After this many failures in a row, the config counts as down.</source>
        <translation>连续失败达到此次数，配置即视为不可用。</translation>
    </message>
    <message>
        <source>After this many good checks in a row, the config counts as well again.</source>
        <translation>连续正常达到此次数，配置即视为恢复正常。</translation>
    </message>
    <message>
        <source>For this long after a switch there is no other automatic one.</source>
        <translation>切换之后的这段时间内，不会再次自动切换。</translation>
    </message>
    <message>
        <source>For this long a config must not have failed before QCC goes back to it.</source>
        <translation>配置须在这段时间内没有失败，QCC 才会切换回去。</translation>
    </message>
    <message>
        <source>QCC makes no more than this in any hour; spill-over goes on serving.</source>
        <translation>任意一小时内不会超过此次数；溢出转发照常工作。</translation>
    </message>
</context>
<context>
    <name>RefusalSentence</name>
    <message>
        <source>%1.</source>
        <translation>%1。</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <translation>%1：%2。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is in %2 already.</source>
        <translation>“%1”已经在“%2”中。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is disabled. Move it to Primary, Secondary or Fallback first.</source>
        <translation>“%1”已停用。请先把它移到主用、备用或兜底。</translation>
    </message>
    <message>
        <source>The group of &quot;%1&quot; is switched off. Switch the group on first.</source>
        <translation>“%1”所在的组已关闭。请先开启该组。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; has no endpoints. Edit it and add one.</source>
        <translation>“%1”没有端点。请编辑并添加一个。</translation>
    </message>
    <message>
        <source>No endpoint of &quot;%1&quot; has a key. Edit it and give one.</source>
        <translation>“%1”的端点都没有密钥。请编辑并填写密钥。</translation>
    </message>
    <message>
        <source>Another program listens on %1 already. Choose another port in the settings, or end that program.</source>
        <translation>已有其他程序在监听 %1。请在设置中另选端口，或结束该程序。</translation>
    </message>
    <message>
        <source>Cannot listen on %1: %2. Choose another address in the settings.</source>
        <translation>无法监听 %1：%2。请在设置中另选地址。</translation>
    </message>
    <message>
        <source>Another process works with %1, and only one may. End it, or try again in a moment.</source>
        <translation>另一个进程正在使用 %1，而同时只能有一个。请结束它，或稍后重试。</translation>
    </message>
    <message>
        <source>Another process (%2) works with %1, and only one may. End it, or try again in a moment.</source>
        <translation>另一个进程（%2）正在使用 %1，而同时只能有一个。请结束它，或稍后重试。</translation>
    </message>
    <message>
        <source>The running proxy is of another version than this window. Restart the proxy and this window.</source>
        <translation>运行中的代理与此窗口的版本不同。请重新启动代理和此窗口。</translation>
    </message>
    <message>
        <source>The running proxy talks to %1 other programs already. Close one, or try again in a moment.</source>
        <translation>运行中的代理已连接 %1 个其他程序。请关闭其中一个，或稍后重试。</translation>
    </message>
    <message>
        <source>The message to or from the running proxy is too large.</source>
        <translation>与运行中的代理之间的消息过大。</translation>
    </message>
    <message>
        <source>The running proxy gave no answer, so it is not known whether the change was made. Look before you try again.</source>
        <translation>运行中的代理没有应答，无法确定更改是否已生效。重试前请先查看。</translation>
    </message>
    <message>
        <source>The running proxy does not understand this window (%1). Restart the proxy and this window.</source>
        <translation>运行中的代理无法理解此窗口的请求（%1）。请重新启动代理和此窗口。</translation>
    </message>
    <message>
        <source>%1 to %2 seconds</source>
        <translation>%1 到 %2 秒</translation>
    </message>
    <message>
        <source>There is no certificate in %1. Choose a PEM file with certificates.</source>
        <translation>%1 中没有证书。请选择包含证书的 PEM 文件。</translation>
    </message>
    <message>
        <source>%1 cannot have this value; permitted is: %2.</source>
        <translation>%1 不能取此值；允许：%2。</translation>
    </message>
    <message>
        <source>There is no config named &quot;%1&quot; any more.</source>
        <translation>名为“%1”的配置已不存在。</translation>
    </message>
    <message>
        <source>There is already a config named &quot;%1&quot;. Choose another name.</source>
        <translation>已有名为“%1”的配置。请另取名称。</translation>
    </message>
    <message>
        <source>The config &quot;%2&quot; has no endpoint &quot;%1&quot; any more.</source>
        <translation>配置“%2”中的端点“%1”已不存在。</translation>
    </message>
    <message>
        <source>%2 has the same URL (%1) and the same key already. Use another URL or another key.</source>
        <translation>%2 已有相同的 URL（%1）和相同的密钥。请使用其他 URL 或密钥。</translation>
    </message>
    <message>
        <source>The config &quot;%2&quot; already has an endpoint named &quot;%1&quot;. Choose another name.</source>
        <translation>配置“%2”已有名为“%1”的端点。请另取名称。</translation>
    </message>
    <message>
        <source>The board was changed elsewhere meanwhile. Look at it, and try again.</source>
        <translation>看板在此期间已在他处更改。请查看后重试。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; was changed elsewhere meanwhile. Load the new state, and make your change again.</source>
        <translation>“%1”在此期间已在他处更改。请载入最新状态，再重新更改。</translation>
    </message>
    <message>
        <source>This cannot be a name</source>
        <translation>不能用作名称</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be a name</source>
        <translation>“%1”不能用作名称</translation>
    </message>
    <message>
        <source>This cannot be a URL</source>
        <translation>不能用作 URL</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be a URL</source>
        <translation>“%1”不能用作 URL</translation>
    </message>
    <message>
        <source>This cannot be a proxy</source>
        <translation>不能用作代理</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be a proxy</source>
        <translation>“%1”不能用作代理</translation>
    </message>
    <message>
        <source>%1 is out of range; permitted is: %2.</source>
        <translation>%1 超出范围；允许：%2。</translation>
    </message>
    <message>
        <source>The key of &quot;%1&quot; is missing. Enter it.</source>
        <translation>缺少“%1”的密钥。请输入密钥。</translation>
    </message>
    <message>
        <source>There is no group &quot;%1&quot;.</source>
        <translation>没有“%1”这个组。</translation>
    </message>
    <message>
        <source>Cannot read %1</source>
        <translation>无法读取 %1</translation>
    </message>
    <message>
        <source>Cannot write %1</source>
        <translation>无法写入 %1</translation>
    </message>
    <message>
        <source>%1 is broken and was left alone; mend it first</source>
        <translation>%1 已损坏，QCC 没有改动它；请先修复</translation>
    </message>
    <message>
        <source>The history in %1 cannot be used</source>
        <translation>无法使用 %1 中的历史记录</translation>
    </message>
    <message>
        <source>The keys in the %1 cannot be reached</source>
        <translation>无法访问%1中的密钥</translation>
    </message>
    <message>
        <source>The proxy cannot be reached. Start it, or try again in a moment.</source>
        <translation>无法连接代理。请启动代理，或稍后重试。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is active already.</source>
        <translation>“%1”已在使用中。</translation>
    </message>
    <message>
        <source>Nothing is pinned, so there is nothing to release.</source>
        <translation>当前没有固定任何配置，无需解除。</translation>
    </message>
    <message>
        <source>There is no event &quot;%1&quot;.</source>
        <translation>没有事件“%1”。</translation>
    </message>
    <message>
        <source>There is no alert channel &quot;%1&quot; any more.</source>
        <translation>告警渠道“%1”已不存在。</translation>
    </message>
    <message>
        <source>There is already an alert channel named &quot;%1&quot;. Choose another name.</source>
        <translation>已有名为“%1”的告警渠道。请另取名称。</translation>
    </message>
    <message>
        <source>The alert channel &quot;%1&quot; could not send</source>
        <translation>告警渠道“%1”发送失败</translation>
    </message>
    <message>
        <source>The session &quot;%1&quot; is not known any more.</source>
        <translation>会话“%1”已不存在。</translation>
    </message>
    <message>
        <source>There is nothing to import in %1</source>
        <translation>%1 中没有可导入的内容</translation>
    </message>
    <message>
        <source>This is not the passphrase of %1. Try another.</source>
        <translation>这不是 %1 的口令。请重新输入。</translation>
    </message>
    <message>
        <source>There is no program &quot;%1&quot; here. Give its full path.</source>
        <translation>本机没有程序“%1”。请给出完整路径。</translation>
    </message>
    <message>
        <source>Nothing in %1 is from QCC, so there is nothing to put back.</source>
        <translation>%1 中没有 QCC 写入的内容，无需还原。</translation>
    </message>
    <message>
        <source>%1 was left as it is</source>
        <translation>未改动 %1</translation>
    </message>
    <message>
        <source>Enter what &quot;%1&quot; can&apos;t do without: %2.</source>
        <translation>请填写“%1”所必需的内容：%2。</translation>
    </message>
</context>
<context>
    <name>RequestText</name>
    <message>
        <source>message</source>
        <comment>kind of request</comment>
        <translation>消息</translation>
    </message>
    <message>
        <source>token count</source>
        <comment>kind of request</comment>
        <translation>token 计数</translation>
    </message>
    <message>
        <source>model list</source>
        <comment>kind of request</comment>
        <translation>模型列表</translation>
    </message>
    <message>
        <source>other request</source>
        <comment>kind of request</comment>
        <translation>其他请求</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>a model and the kind of request</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>an HTTP status, and how the request ended</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <comment>input and output tokens</comment>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Input: %1
Output: %2
Read from cache: %3
Written to cache: %4</source>
        <comment>tokens</comment>
        <translation>输入：%1
输出：%2
读取缓存：%3
写入缓存：%4</translation>
    </message>
    <message>
        <source>No provider answered; the client got QCC&apos;s own error.</source>
        <translation>没有服务商应答；客户端收到的是 QCC 自己的错误。</translation>
    </message>
    <message>
        <source>%1, endpoint %2. It stepped in: the first choice could not serve this request.</source>
        <translation>%1，端点 %2。由它顶替：首选未能处理此请求。</translation>
    </message>
    <message>
        <source>%1, endpoint %2.</source>
        <comment>who served a request</comment>
        <translation>%1，端点 %2。</translation>
    </message>
    <message>
        <source>Attempt %1</source>
        <translation>第 %1 次尝试</translation>
    </message>
    <message>
        <source>served</source>
        <comment>end of a request</comment>
        <translation>完成</translation>
    </message>
    <message>
        <source>failed</source>
        <comment>end of a request</comment>
        <translation>失败</translation>
    </message>
    <message>
        <source>broken off</source>
        <comment>end of a request</comment>
        <translation>中断</translation>
    </message>
    <message>
        <source>client left</source>
        <comment>end of a request</comment>
        <translation>客户端离开</translation>
    </message>
    <message>
        <source>%1, endpoint %2: %3</source>
        <comment>an attempt</comment>
        <translation>%1，端点 %2：%3</translation>
    </message>
    <message>
        <source>When it began</source>
        <translation>开始时间</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>The session of Claude Code that asked</source>
        <translation>发出请求的 Claude Code 会话</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>会话</translation>
    </message>
    <message>
        <source>Served by</source>
        <translation>应答方</translation>
    </message>
    <message>
        <source>How many endpoints were tried</source>
        <translation>尝试过的端点数</translation>
    </message>
    <message>
        <source>Tries</source>
        <comment>attempts</comment>
        <translation>尝试</translation>
    </message>
    <message>
        <source>As the client saw it</source>
        <translation>客户端看到的状态</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Until the answer began</source>
        <translation>到应答开始为止</translation>
    </message>
    <message>
        <source>First byte</source>
        <translation>首字节</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>耗时</translation>
    </message>
    <message>
        <source>Input / output tokens</source>
        <translation>输入 / 输出 token 数</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>The answer gave no token counts.</source>
        <translation>应答中没有 token 计数。</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>how a request ended, and what was done for it</comment>
        <translation>%1（%2）</translation>
    </message>
</context>
<context>
    <name>RunDesktop</name>
    <message>
        <source>QCC already runs with %1, but its window does not answer. End it first.</source>
        <translation>QCC 已在使用 %1 运行，但其窗口没有应答。请先结束它。</translation>
    </message>
</context>
<context>
    <name>SessionWords</name>
    <message>
        <source>Session</source>
        <translation>会话</translation>
    </message>
    <message>
        <source>Served by</source>
        <translation>应答方</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>最近使用</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Running</source>
        <comment>number of requests under way</comment>
        <translation>进行中</translation>
    </message>
    <message>
        <source>Why there</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>A conversation of Claude Code, by the beginning of its id</source>
        <translation>Claude Code 的一次对话，以其编号的开头表示</translation>
    </message>
    <message>
        <source>Where its next request goes first</source>
        <translation>它的下一个请求首先发往哪里</translation>
    </message>
    <message>
        <source>Of its last request</source>
        <translation>最近一个请求的模型</translation>
    </message>
    <message>
        <source>Requests that are under way</source>
        <translation>进行中的请求数</translation>
    </message>
    <message>
        <source>%1
First seen: %2</source>
        <comment>%1: a session&apos;s id</comment>
        <translation>%1
首次出现：%2</translation>
    </message>
</context>
<context>
    <name>Text</name>
    <message>
        <source>No config has worked since %1. Requests get an error until one is back; QCC checks more often.</source>
        <translation>自 %1 起没有任何配置可用。在有配置恢复之前，请求会得到错误；QCC 会更频繁地检查。</translation>
    </message>
    <message>
        <source>QCC has switched as often as one hour permits. The active config stays; requests that fail there go to other configs if spill-over is on.</source>
        <translation>QCC 的自动切换已达到每小时上限。当前配置保持不变；如果开启了溢出转发，失败的请求会转给其他配置。</translation>
    </message>
    <message>
        <source>The provider does not accept the key of %1 (since %2). Give it a new one.</source>
        <translation>服务商不接受 %1 的密钥（自 %2 起）。请更换密钥。</translation>
    </message>
    <message>
        <source>The account behind %1 has had no credit since %2. Top it up.</source>
        <translation>%1 的账户自 %2 起余额不足。请充值。</translation>
    </message>
    <message>
        <source>This computer has not reached any provider since %1. Nothing is switched and nobody is blamed; everything is checked once the network is back.</source>
        <translation>自 %1 起，本机无法访问任何服务商。期间不会切换，也不计为服务商的故障；网络恢复后会立即检查全部端点。</translation>
    </message>
    <message>
        <source>%1 cannot be used: what happens now is not remembered. The proxy goes on serving.</source>
        <translation>无法使用 %1：现在发生的事情不会被记录。代理继续工作。</translation>
    </message>
    <message>
        <source>%1 is well again: Claude Code is served by it instead of %2.</source>
        <translation>%1 已恢复正常：Claude Code 现由它提供服务，不再使用 %2。</translation>
    </message>
    <message>
        <source>Claude Code is now served by %1.</source>
        <translation>Claude Code 现由 %1 提供服务。</translation>
    </message>
    <message>
        <source>%1 failed: Claude Code is now served by %2.</source>
        <translation>%1 出现故障：Claude Code 现由 %2 提供服务。</translation>
    </message>
    <message>
        <source>It is tried again at %1.</source>
        <translation>将于 %1 重试。</translation>
    </message>
    <message>
        <source>The next automatic switch is possible at %1.</source>
        <translation>下一次自动切换最早在 %1。</translation>
    </message>
    <message>
        <source>This is expected to end at %1.</source>
        <translation>预计结束时间：%1。</translation>
    </message>
    <message>
        <source>Failover to %1</source>
        <translation>故障转移到 %1</translation>
    </message>
    <message>
        <source>Back on %1</source>
        <translation>已恢复到 %1</translation>
    </message>
    <message>
        <source>All configs are down</source>
        <translation>所有配置都不可用</translation>
    </message>
    <message>
        <source>Nothing to fail over to</source>
        <translation>没有可转移的配置</translation>
    </message>
    <message>
        <source>Hourly limit of switches reached</source>
        <translation>已达到每小时切换上限</translation>
    </message>
    <message>
        <source>Away from the primary group for long</source>
        <translation>长时间未回到主用组</translation>
    </message>
    <message>
        <source>Key rejected: %1</source>
        <translation>密钥被拒绝：%1</translation>
    </message>
    <message>
        <source>Out of credit: %1</source>
        <translation>余额不足：%1</translation>
    </message>
    <message>
        <source>Your network is down</source>
        <translation>本机网络已断开</translation>
    </message>
    <message>
        <source>The history cannot be kept</source>
        <translation>无法保存历史记录</translation>
    </message>
    <message>
        <source>(%1)</source>
        <comment>a detail after a sentence</comment>
        <translation>（%1）</translation>
    </message>
    <message numerus="yes">
        <source>%1 failed %n time(s) in a row.</source>
        <translation>
            <numerusform>%1 连续失败 %n 次。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is down.</source>
        <translation>%1 不可用。</translation>
    </message>
    <message numerus="yes">
        <source>%1 failed %n time(s) in a row, at last with: %2.</source>
        <translation>
            <numerusform>%1 连续失败 %n 次，最近一次：%2。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is down: %2.</source>
        <translation>%1 不可用：%2。</translation>
    </message>
    <message numerus="yes">
        <source>%1 failed %n time(s) in a row</source>
        <translation>
            <numerusform>%1 连续失败 %n 次</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is down</source>
        <translation>%1 不可用</translation>
    </message>
    <message numerus="yes">
        <source>%1 failed %n time(s) in a row: %2</source>
        <translation>
            <numerusform>%1 连续失败 %n 次：%2</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is down: %2</source>
        <translation>%1 不可用：%2</translation>
    </message>
    <message numerus="yes">
        <source>%1 was well %n time(s) in a row.</source>
        <translation>
            <numerusform>%1 已连续正常 %n 次。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 was well %n time(s) in a row; needed: %2.</source>
        <translation>
            <numerusform>%1 已连续正常 %n 次；要求 %2 次。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A failover needs %n failure(s) in a row.</source>
        <translation>
            <numerusform>连续失败 %n 次才会故障转移。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 took over at %2.</source>
        <translation>%1 于 %2 接管。</translation>
    </message>
    <message>
        <source>A person chose %1 at %2.</source>
        <translation>%1 由人工选定（%2）。</translation>
    </message>
    <message>
        <source>%1 was active until then.</source>
        <translation>在那之前使用的是 %1。</translation>
    </message>
    <message>
        <source>The choice stands until %1.</source>
        <translation>该选择持续到 %1。</translation>
    </message>
    <message>
        <source>No config was active: QCC took the first healthy one from the top, %1, at %2.</source>
        <translation>当时没有使用中的配置：QCC 从最高优先级起选用了第一个健康的配置 %1（%2）。</translation>
    </message>
    <message>
        <source>%1 can no longer be used: it was removed or disabled, or lost its endpoints or keys.</source>
        <translation>%1 已无法使用：它被删除或停用，或者失去了端点或密钥。</translation>
    </message>
    <message>
        <source>No other config can take its place.</source>
        <translation>没有其他配置可以替代它。</translation>
    </message>
    <message>
        <source>%1 took its place at %2.</source>
        <translation>%1 于 %2 替代了它。</translation>
    </message>
    <message>
        <source>%1 is better than %2, and is well.</source>
        <translation>%1 优先于 %2，并且正常。</translation>
    </message>
    <message numerus="yes">
        <source>%n automatic switch(es) in the last hour; permitted: %1.</source>
        <translation>
            <numerusform>最近一小时内自动切换 %n 次；上限为 %1 次。</numerusform>
        </translation>
    </message>
    <message>
        <source>The cool-down after the last switch is not over.</source>
        <translation>上次切换后的冷却时间尚未结束。</translation>
    </message>
    <message>
        <source>The cool-down after the last switch ends at %1; no automatic switch before.</source>
        <translation>上次切换后的冷却时间持续到 %1；在此之前不会自动切换。</translation>
    </message>
    <message>
        <source>Automatic recovery may take place at %1, when the cool-down after the last switch is over, if %2 stays well.</source>
        <translation>如果 %2 保持正常，上次切换后的冷却时间结束时（%1）可以自动恢复。</translation>
    </message>
    <message>
        <source>No config is active.</source>
        <translation>没有使用中的配置。</translation>
    </message>
    <message>
        <source>No other config is set up to take over.</source>
        <translation>没有设置其他可以接管的配置。</translation>
    </message>
    <message>
        <source>Automatic failover is off: the active config stays until a person switches.</source>
        <translation>自动故障转移已关闭：在人工切换之前，当前配置保持不变。</translation>
    </message>
    <message>
        <source>%1 could take over.</source>
        <translation>%1 可以接管。</translation>
    </message>
    <message>
        <source>Automatic recovery is off: %1 stays active until a person switches.</source>
        <translation>自动恢复已关闭：在人工切换之前，继续使用 %1。</translation>
    </message>
    <message>
        <source>There is nothing to switch.</source>
        <translation>无需切换。</translation>
    </message>
    <message>
        <source>%1 works, and it is the best: there is nothing to switch.</source>
        <translation>%1 工作正常，而且优先级最高：无需切换。</translation>
    </message>
    <message>
        <source>This computer&apos;s own network is down or has only just come back: failures count against nobody, and nothing is switched.</source>
        <translation>本机网络已断开，或刚刚恢复：失败不计入任何服务商，也不会切换。</translation>
    </message>
    <message>
        <source>Failures count again from %1.</source>
        <translation>自 %1 起重新计入失败。</translation>
    </message>
    <message>
        <source>No config with an endpoint is set up yet.</source>
        <translation>还没有设置带端点的配置。</translation>
    </message>
    <message>
        <source>• %1: %2</source>
        <comment>a config and why it was not taken</comment>
        <translation>• %1：%2</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <comment>a time and what happened then</comment>
        <translation>%1：%2。</translation>
    </message>
    <message>
        <source>Reason given: %1</source>
        <translation>给出的原因：%1</translation>
    </message>
    <message>
        <source>Nothing more is known of it.</source>
        <translation>没有更多信息。</translation>
    </message>
    <message>
        <source>Switch failed</source>
        <translation>切换失败</translation>
    </message>
    <message>
        <source>Switch to %1 failed</source>
        <translation>切换到 %1 失败</translation>
    </message>
    <message>
        <source>Switch away from %1 failed</source>
        <translation>从 %1 切换到其他配置失败</translation>
    </message>
    <message>
        <source>Switch from %1 to %2 failed</source>
        <translation>从 %1 切换到 %2 失败</translation>
    </message>
    <message>
        <source>No config is active</source>
        <translation>没有使用中的配置</translation>
    </message>
    <message>
        <source>%1 is no longer active, and no other config is</source>
        <translation>%1 不再使用，也没有其他使用中的配置</translation>
    </message>
    <message>
        <source>Recovery to %1</source>
        <translation>恢复到 %1</translation>
    </message>
    <message>
        <source>Manual switch to %1</source>
        <translation>手动切换到 %1</translation>
    </message>
    <message>
        <source>%1 became active</source>
        <translation>开始使用 %1</translation>
    </message>
    <message>
        <source>failover</source>
        <comment>type of an event</comment>
        <translation>故障转移</translation>
    </message>
    <message>
        <source>recovery</source>
        <comment>type of an event</comment>
        <translation>恢复</translation>
    </message>
    <message>
        <source>manual switch</source>
        <comment>type of an event</comment>
        <translation>手动切换</translation>
    </message>
    <message>
        <source>activation</source>
        <comment>type of an event</comment>
        <translation>启用</translation>
    </message>
    <message>
        <source>Failover from %1 to %2</source>
        <translation>从 %1 故障转移到 %2</translation>
    </message>
    <message>
        <source>Recovery from %1 to %2</source>
        <translation>从 %1 恢复到 %2</translation>
    </message>
    <message>
        <source>Manual switch from %1 to %2</source>
        <translation>从 %1 手动切换到 %2</translation>
    </message>
    <message>
        <source>%2 became active instead of %1</source>
        <translation>%2 代替 %1 成为当前配置</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>name not found</source>
        <comment>of a host</comment>
        <translation>找不到主机名</translation>
    </message>
    <message>
        <source>connection refused</source>
        <translation>连接被拒绝</translation>
    </message>
    <message>
        <source>no connection in time</source>
        <translation>连接超时</translation>
    </message>
    <message>
        <source>TLS failed</source>
        <translation>TLS 失败</translation>
    </message>
    <message>
        <source>its outbound proxy failed</source>
        <translation>其出站代理失败</translation>
    </message>
    <message>
        <source>connection lost</source>
        <translation>连接中断</translation>
    </message>
    <message>
        <source>no answer in time</source>
        <translation>应答超时</translation>
    </message>
    <message>
        <source>malformed answer</source>
        <translation>应答格式错误</translation>
    </message>
    <message>
        <source>answer cut off</source>
        <translation>应答被截断</translation>
    </message>
    <message>
        <source>answer stalled</source>
        <translation>应答停滞</translation>
    </message>
    <message>
        <source>answer took too long</source>
        <translation>应答耗时过长</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>an HTTP status and what it means</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>passed on to the client</source>
        <translation>原样转给客户端</translation>
    </message>
    <message>
        <source>listed by its config to be tried elsewhere</source>
        <translation>按配置的设置转向下一个</translation>
    </message>
    <message>
        <source>out of credit</source>
        <translation>余额不足</translation>
    </message>
    <message>
        <source>key rejected</source>
        <translation>密钥被拒绝</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>未找到</translation>
    </message>
    <message>
        <source>server error</source>
        <translation>服务器错误</translation>
    </message>
    <message>
        <source>rate limited for a while</source>
        <translation>限流一段时间</translation>
    </message>
    <message>
        <source>rate limited</source>
        <translation>被限流</translation>
    </message>
    <message>
        <source>overloaded</source>
        <translation>过载</translation>
    </message>
    <message>
        <source>content that was not asked for</source>
        <translation>内容与请求不符</translation>
    </message>
    <message>
        <source>answered well</source>
        <translation>应答正常</translation>
    </message>
    <message>
        <source>stream failed before content</source>
        <translation>流在产生内容之前失败</translation>
    </message>
    <message>
        <source>stream broke off</source>
        <translation>流中途断开</translation>
    </message>
    <message>
        <source>client went away</source>
        <translation>客户端已离开</translation>
    </message>
    <message>
        <source>Primary</source>
        <comment>priority group</comment>
        <translation>主用</translation>
    </message>
    <message>
        <source>Secondary</source>
        <comment>priority group</comment>
        <translation>备用</translation>
    </message>
    <message>
        <source>Fallback</source>
        <comment>priority group</comment>
        <translation>兜底</translation>
    </message>
    <message>
        <source>Disabled</source>
        <comment>priority group</comment>
        <translation>停用</translation>
    </message>
    <message>
        <source>primary</source>
        <comment>priority group, inside a sentence</comment>
        <translation>主用</translation>
    </message>
    <message>
        <source>secondary</source>
        <comment>priority group, inside a sentence</comment>
        <translation>备用</translation>
    </message>
    <message>
        <source>fallback</source>
        <comment>priority group, inside a sentence</comment>
        <translation>兜底</translation>
    </message>
    <message>
        <source>disabled</source>
        <comment>priority group, inside a sentence</comment>
        <translation>停用</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>a config and its priority group</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>this computer&apos;s network is down</source>
        <translation>本机网络已断开</translation>
    </message>
    <message>
        <source>all configs are down</source>
        <translation>所有配置都不可用</translation>
    </message>
    <message>
        <source>Claude Code is served by %1 since %2</source>
        <comment>%1: a config, %2: a time</comment>
        <translation>Claude Code 自 %2 起使用 %1</translation>
    </message>
    <message>
        <source>Chosen by hand until %1.</source>
        <translation>手动选定，持续到 %1。</translation>
    </message>
    <message>
        <source>Chosen by hand, until released.</source>
        <translation>手动选定，直到解除固定。</translation>
    </message>
    <message>
        <source>No config is set up yet.</source>
        <translation>还没有设置配置。</translation>
    </message>
    <message>
        <source>%1.</source>
        <comment>ends a sentence</comment>
        <translation>%1。</translation>
    </message>
    <message>
        <source>%1 – %2.</source>
        <comment>who serves, and what is wrong</comment>
        <translation>%1——%2。</translation>
    </message>
    <message>
        <source>Recovery possible in %1.</source>
        <translation>最快 %1 后恢复。</translation>
    </message>
    <message>
        <source>not checked yet</source>
        <comment>health</comment>
        <translation>尚未检查</translation>
    </message>
    <message>
        <source>healthy</source>
        <comment>health</comment>
        <translation>健康</translation>
    </message>
    <message>
        <source>degraded</source>
        <comment>health</comment>
        <translation>降级</translation>
    </message>
    <message>
        <source>unhealthy</source>
        <comment>health</comment>
        <translation>不健康</translation>
    </message>
    <message>
        <source>ready</source>
        <comment>endpoint</comment>
        <translation>就绪</translation>
    </message>
    <message>
        <source>failing, left alone</source>
        <comment>endpoint</comment>
        <translation>故障，已熔断</translation>
    </message>
    <message>
        <source>failing, on trial</source>
        <comment>endpoint</comment>
        <translation>故障，正在试探</translation>
    </message>
    <message>
        <source>limited</source>
        <comment>endpoint</comment>
        <translation>受限</translation>
    </message>
    <message>
        <source>out of credit</source>
        <comment>endpoint</comment>
        <translation>余额不足</translation>
    </message>
    <message>
        <source>key rejected</source>
        <comment>endpoint</comment>
        <translation>密钥被拒绝</translation>
    </message>
    <message>
        <source>no key</source>
        <comment>endpoint</comment>
        <translation>无密钥</translation>
    </message>
    <message>
        <source>%1 until %2</source>
        <comment>an endpoint&apos;s condition and a time</comment>
        <translation>%1，直到 %2</translation>
    </message>
    <message>
        <source>model list</source>
        <comment>what a health check asks for</comment>
        <translation>模型列表</translation>
    </message>
    <message>
        <source>token count</source>
        <comment>what a health check asks for</comment>
        <translation>token 计数</translation>
    </message>
    <message>
        <source>one-token message</source>
        <comment>what a health check asks for</comment>
        <translation>单 token 消息</translation>
    </message>
    <message>
        <source>unknown</source>
        <comment>health check</comment>
        <translation>未知</translation>
    </message>
    <message>
        <source>yes</source>
        <comment>health check</comment>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <comment>health check</comment>
        <translation>否</translation>
    </message>
    <message>
        <source>reachable: %1, key accepted: %2, model answers: %3</source>
        <translation>可访问：%1，密钥有效：%2，模型应答：%3</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n endpoint(s) healthy</source>
        <translation>
            <numerusform>%n 个端点中 %1 个健康</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 until %2</source>
        <comment>why a config is not taken, and a time</comment>
        <translation>%1，直到 %2</translation>
    </message>
    <message>
        <source>%1, tried again at %2</source>
        <comment>why a config is not taken, and a time</comment>
        <translation>%1，将于 %2 重试</translation>
    </message>
    <message numerus="yes">
        <source>%1 is well again, %n time(s) in a row</source>
        <translation>
            <numerusform>%1 已恢复正常，连续 %n 次</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is well again</source>
        <translation>%1 已恢复正常</translation>
    </message>
    <message>
        <source>chosen by a person</source>
        <translation>人工选定</translation>
    </message>
    <message>
        <source>the first healthy config from the top</source>
        <translation>从最高优先级起第一个健康的配置</translation>
    </message>
    <message>
        <source>%1 can no longer be used</source>
        <translation>%1 已无法使用</translation>
    </message>
    <message>
        <source>%1; %2</source>
        <comment>a failure, and why nothing takes over</comment>
        <translation>%1；%2</translation>
    </message>
    <message>
        <source>automatic failover is off</source>
        <translation>自动故障转移已关闭</translation>
    </message>
    <message>
        <source>automatic recovery is off</source>
        <translation>自动恢复已关闭</translation>
    </message>
    <message>
        <source>a person&apos;s choice stands</source>
        <translation>人工选择仍然有效</translation>
    </message>
    <message>
        <source>the cool-down is not over</source>
        <translation>冷却时间尚未结束</translation>
    </message>
    <message numerus="yes">
        <source>the hourly limit of %n switch(es) is reached</source>
        <translation>
            <numerusform>已达到每小时 %n 次的切换上限</numerusform>
        </translation>
    </message>
    <message>
        <source>no other config can take over</source>
        <translation>没有其他配置可以接管</translation>
    </message>
    <message>
        <source>a better config does not qualify yet</source>
        <translation>优先级更高的配置尚未满足恢复条件</translation>
    </message>
    <message>
        <source>no config is set up</source>
        <translation>没有设置配置</translation>
    </message>
    <message>
        <source>all is well</source>
        <translation>一切正常</translation>
    </message>
    <message>
        <source>disabled</source>
        <comment>why a config is not taken</comment>
        <translation>已停用</translation>
    </message>
    <message>
        <source>its group is switched off</source>
        <translation>所在的组已关闭</translation>
    </message>
    <message>
        <source>has no endpoints</source>
        <translation>没有端点</translation>
    </message>
    <message>
        <source>has no key</source>
        <translation>没有密钥</translation>
    </message>
    <message numerus="yes">
        <source>unhealthy, failed %n time(s) in a row</source>
        <translation>
            <numerusform>不健康，连续失败 %n 次</numerusform>
        </translation>
    </message>
    <message>
        <source>unhealthy</source>
        <comment>why a config is not taken</comment>
        <translation>不健康</translation>
    </message>
    <message>
        <source>not checked yet</source>
        <comment>why a config is not taken</comment>
        <translation>尚未检查</translation>
    </message>
    <message>
        <source>has not answered since the trouble began</source>
        <translation>自故障开始后尚未应答过</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n good check(s) in a row</source>
        <translation>
            <numerusform>连续正常 %1 次，需要 %n 次</numerusform>
        </translation>
    </message>
    <message>
        <source>failed too recently, qualifies at %1</source>
        <translation>最近刚失败过，%1 满足条件</translation>
    </message>
    <message>
        <source>failed too recently</source>
        <translation>最近刚失败过</translation>
    </message>
    <message>
        <source>no reason is known</source>
        <translation>原因未知</translation>
    </message>
    <message>
        <source>%1 s</source>
        <comment>seconds</comment>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min</source>
        <comment>minutes</comment>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <comment>hours and minutes</comment>
        <translation>%1 小时 %2 分钟</translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <comment>days and hours</comment>
        <translation>%1 天 %2 小时</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <comment>milliseconds</comment>
        <translation>%1 毫秒</translation>
    </message>
    <message>
        <source>%1 (in %2)</source>
        <comment>a clock time and a countdown</comment>
        <translation>%1（%2 后）</translation>
    </message>
    <message>
        <source>The cool-down and the recovery delay were over, so QCC returned to it at %1.</source>
        <translation>冷却时间和恢复延迟均已结束，因此 QCC 于 %1 回到它。</translation>
    </message>
    <message>
        <source>A person chose %1, and that choice stands until %2.</source>
        <translation>%1 由人工选定，该选择持续到 %2。</translation>
    </message>
    <message>
        <source>A person chose %1, and that choice stands until it is released.</source>
        <translation>%1 由人工选定，该选择一直有效，直到解除固定。</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>two sentences</comment>
        <translation>%1%2</translation>
    </message>
    <message>
        <source>%1 has been down since %2, and no other config is set up to take over.</source>
        <translation>%1 自 %2 起不可用，并且没有设置其他可以接管的配置。</translation>
    </message>
    <message>
        <source>Claude Code has not been served by the primary group for a long time (noticed at %1).</source>
        <translation>Claude Code 已长时间没有由主用组提供服务（%1 发现）。</translation>
    </message>
    <message>
        <source>%1 works.</source>
        <translation>%1 工作正常。</translation>
    </message>
    <message>
        <source>Automatic recovery may take place at %1 at the earliest, if a better config is well then.</source>
        <translation>如果届时优先级更高的配置正常，最早可于 %1 自动恢复。</translation>
    </message>
    <message>
        <source>No config is active, and none can be taken.</source>
        <translation>没有使用中的配置，也没有可以启用的配置。</translation>
    </message>
    <message>
        <source>No config is active yet.</source>
        <translation>还没有使用中的配置。</translation>
    </message>
    <message>
        <source>Other configs are being asked whether they answer; one that does takes over.</source>
        <translation>正在询问其他配置能否应答；能应答的配置将接管。</translation>
    </message>
    <message>
        <source>%1 can take over, but better ones are still being asked whether they answer.</source>
        <translation>%1 可以接管，但正在等待优先级更高的配置应答。</translation>
    </message>
    <message>
        <source>They are waited for until %1.</source>
        <translation>最多等到 %1。</translation>
    </message>
    <message>
        <source>No config can take over:</source>
        <translation>没有配置可以接管：</translation>
    </message>
    <message>
        <source>Better configs that do not qualify yet:</source>
        <translation>优先级更高但尚未满足恢复条件的配置：</translation>
    </message>
    <message>
        <source>Looked at and not taken:</source>
        <translation>考虑过但未选用的配置：</translation>
    </message>
    <message>
        <source>other configs are being asked whether they answer</source>
        <translation>正在询问其他配置能否应答</translation>
    </message>
    <message>
        <source>stream failed before content: %1</source>
        <comment>%1: the provider&apos;s error type</comment>
        <translation>流在产生内容之前失败：%1</translation>
    </message>
    <message>
        <source>%1 h</source>
        <comment>hours</comment>
        <translation>%1 小时</translation>
    </message>
    <message>
        <source>%1 d</source>
        <comment>days</comment>
        <translation>%1 天</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>an endpoint&apos;s condition, and its last failure</comment>
        <translation>%1——%2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>an endpoint, and what is wrong with it</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 is not offered, asked again after %2</source>
        <comment>a model, a time</comment>
        <translation>不提供 %1，在 %2 后再试</translation>
    </message>
    <message>
        <source>overloaded for %1 until %2</source>
        <comment>a model, a time</comment>
        <translation>%1 过载，直到 %2</translation>
    </message>
    <message numerus="yes">
        <source>and %n more model(s)</source>
        <translation>
            <numerusform>另有 %n 个模型</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a config, and what holds it back</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>unknown</source>
        <comment>health</comment>
        <translation>未知</translation>
    </message>
    <message>
        <source>No config is active: all are disabled, or their groups are switched off.</source>
        <translation>没有使用中的配置：所有配置均已停用，或所在的组已关闭。</translation>
    </message>
    <message>
        <source>&lt;1 ms</source>
        <comment>less than a millisecond</comment>
        <translation>&lt;1 毫秒</translation>
    </message>
    <message>
        <source>not encrypted: others on the way can read the key and all that is sent</source>
        <translation>未加密，途中的他人可以读取密钥和所发送的全部内容</translation>
    </message>
    <message>
        <source>an international name that may look like another one</source>
        <translation>含国际字符的域名，可能与另一个域名看起来相似</translation>
    </message>
    <message>
        <source>See what is wrong with each of them: qcc status</source>
        <translation>查看各配置的问题：qcc status</translation>
    </message>
    <message>
        <source>Add a second config, or switch one on: qcc priority set NAME secondary</source>
        <translation>添加第二个配置，或启用一个：qcc priority set NAME secondary</translation>
    </message>
    <message>
        <source>See what keeps failing: qcc priority history</source>
        <translation>查看反复出现的故障：qcc priority history</translation>
    </message>
    <message>
        <source>See what keeps it away: qcc why</source>
        <translation>查看为何没有切回：qcc why</translation>
    </message>
    <message>
        <source>See what is wrong with it: qcc doctor</source>
        <translation>查看问题所在：qcc doctor</translation>
    </message>
    <message>
        <source>It began at %1 and was over at %2, after %3.</source>
        <translation>始于 %1，止于 %2，历时 %3。</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>a moment, and what happened</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 – %2 %3</source>
        <comment>from, until, what was the case</comment>
        <translation>%1 至 %2 %3</translation>
    </message>
    <message numerus="yes">
        <source>%n more had no room here.</source>
        <translation>
            <numerusform>另有 %n 条未列出。</numerusform>
        </translation>
    </message>
    <message>
        <source>Key rejected</source>
        <translation>密钥被拒绝</translation>
    </message>
    <message>
        <source>Out of credit</source>
        <translation>余额不足</translation>
    </message>
    <message>
        <source>Now: all is well.</source>
        <translation>目前：一切正常。</translation>
    </message>
    <message>
        <source>Now: %1 (since %2)</source>
        <translation>目前：%1（自 %2 起）</translation>
    </message>
    <message numerus="yes">
        <source>Now: %n more.</source>
        <translation>
            <numerusform>目前：另有 %n 项。</numerusform>
        </translation>
    </message>
    <message>
        <source>Failovers: %1, recoveries: %2</source>
        <translation>故障转移：%1 次，恢复：%2 次</translation>
    </message>
    <message>
        <source>Last automatic switch: to %1 at %2</source>
        <translation>最近一次自动切换：%2 切换到 %1</translation>
    </message>
    <message>
        <source>Away from the primary group: %1 (times of less than %2 are not counted)</source>
        <translation>未使用主用组的时间：%1（少于 %2 的不计）</translation>
    </message>
    <message>
        <source>%1: %2 ×</source>
        <comment>what was the case, how often</comment>
        <translation>%1：%2 次</translation>
    </message>
    <message>
        <source>Counted since %1 while QCC was running; switches by hand are not in it.</source>
        <translation>自 %1 起、QCC 运行期间的统计；不含手动切换。</translation>
    </message>
    <message>
        <source>Over: %1</source>
        <translation>已解除：%1</translation>
    </message>
    <message numerus="yes">
        <source>%n alert(s)</source>
        <translation>
            <numerusform>%n 条告警</numerusform>
        </translation>
    </message>
    <message>
        <source>QCC since %1</source>
        <translation>QCC，自 %1 起</translation>
    </message>
    <message>
        <source>Test message</source>
        <translation>测试消息</translation>
    </message>
    <message>
        <source>Alerts arrive here.</source>
        <translation>告警将发送到这里。</translation>
    </message>
    <message>
        <source>QCC on %1, %2</source>
        <translation>%1 上的 QCC，%2</translation>
    </message>
    <message>
        <source>a summary each day at %1</source>
        <translation>每天 %1 发送摘要</translation>
    </message>
    <message>
        <source>a summary each Monday at %1</source>
        <translation>每周一 %1 发送摘要</translation>
    </message>
    <message>
        <source>all alerts</source>
        <translation>全部告警</translation>
    </message>
    <message>
        <source>Webhook</source>
        <translation>Webhook</translation>
    </message>
    <message>
        <source>Slack</source>
        <translation>Slack</translation>
    </message>
    <message>
        <source>DingTalk</source>
        <translation>钉钉</translation>
    </message>
    <message>
        <source>Feishu / Lark</source>
        <translation>飞书 / Lark</translation>
    </message>
    <message>
        <source>WeCom</source>
        <translation>企业微信</translation>
    </message>
    <message>
        <source>Telegram</source>
        <translation>Telegram</translation>
    </message>
    <message>
        <source>Discord</source>
        <translation>Discord</translation>
    </message>
    <message>
        <source>ntfy</source>
        <translation>ntfy</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>电子邮件</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>程序</translation>
    </message>
    <message>
        <source>Failover to another config</source>
        <translation>故障转移到其他配置</translation>
    </message>
    <message>
        <source>Back on a better config</source>
        <translation>恢复到更优先的配置</translation>
    </message>
    <message>
        <source>A key is rejected</source>
        <translation>密钥被拒绝</translation>
    </message>
    <message>
        <source>An account is out of credit</source>
        <translation>账户余额不足</translation>
    </message>
    <message>
        <source>This computer&apos;s network is down</source>
        <translation>本机网络已断开</translation>
    </message>
    <message>
        <source>%1 over %2</source>
        <comment>recipients, server</comment>
        <translation>%1，经由 %2</translation>
    </message>
    <message>
        <source>quiet from %1 to %2</source>
        <translation>%1 至 %2 免打扰</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the parts of a list</comment>
        <translation>，</translation>
    </message>
    <message>
        <source>off</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>failing since %1</source>
        <translation>自 %1 起发送失败</translation>
    </message>
    <message>
        <source>failing since %1: %2</source>
        <translation>自 %1 起发送失败：%2</translation>
    </message>
    <message>
        <source>last message %1</source>
        <translation>最近一条消息 %1</translation>
    </message>
    <message>
        <source>nothing sent yet</source>
        <translation>尚未发送过消息</translation>
    </message>
    <message>
        <source>The alert channel &quot;%1&quot; has not got through since %2.</source>
        <translation>告警渠道“%1”自 %2 起无法送达。</translation>
    </message>
    <message>
        <source>The alert channel &quot;%1&quot; has not got through since %2: %3</source>
        <translation>告警渠道“%1”自 %2 起无法送达：%3</translation>
    </message>
    <message>
        <source>Encrypted after the greeting (STARTTLS)</source>
        <translation>问候后加密（STARTTLS）</translation>
    </message>
    <message>
        <source>Encrypted from the start (TLS)</source>
        <translation>全程加密（TLS）</translation>
    </message>
    <message>
        <source>Not encrypted (only to this computer)</source>
        <translation>不加密（仅限本机）</translation>
    </message>
    <message>
        <source>Webhook address</source>
        <translation>Webhook 地址</translation>
    </message>
    <message>
        <source>Signing secret</source>
        <translation>签名密钥</translation>
    </message>
    <message>
        <source>Bot token</source>
        <translation>机器人令牌</translation>
    </message>
    <message>
        <source>Access token</source>
        <translation>访问令牌</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>new, as &quot;%1&quot;</source>
        <comment>what an import brings</comment>
        <translation>新增，命名为“%1”</translation>
    </message>
    <message>
        <source>new</source>
        <comment>what an import brings</comment>
        <translation>新增</translation>
    </message>
    <message>
        <source>new, as &quot;%1&quot;, without its key</source>
        <translation>新增，命名为“%1”，不含密钥</translation>
    </message>
    <message>
        <source>new, without its key</source>
        <translation>新增，不含密钥</translation>
    </message>
    <message>
        <source>already here as &quot;%1&quot;</source>
        <translation>已存在，名为“%1”</translation>
    </message>
    <message>
        <source>can&apos;t be used: %1</source>
        <translation>无法使用：%1</translation>
    </message>
    <message>
        <source>Mind &quot;%1&quot;: %2.</source>
        <translation>注意“%1”：%2。</translation>
    </message>
    <message>
        <source>%1.</source>
        <comment>a sentence</comment>
        <translation>%1。</translation>
    </message>
    <message>
        <source>waited %1 for the end of a limit</source>
        <comment>a request</comment>
        <translation>等待限流结束 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n thinking block(s) of other providers taken out</source>
        <comment>of a request</comment>
        <translation>
            <numerusform>已取出其他服务商的 %n 个思考块</numerusform>
        </translation>
    </message>
    <message>
        <source>asked for without thinking</source>
        <comment>a request</comment>
        <translation>请求时不带思考</translation>
    </message>
    <message>
        <source>waited %1</source>
        <comment>a request</comment>
        <translation>等待 %1</translation>
    </message>
    <message>
        <source>repaired</source>
        <comment>a request</comment>
        <translation>已修复</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>two marks of a request</comment>
        <translation>%1，%2</translation>
    </message>
    <message numerus="yes">
        <source>Every config is limited: %n request(s) wait and go on in %1.</source>
        <translation>
            <numerusform>所有配置都受限：%n 个请求正在等待，%1 后继续。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Waiting for %1: every config is limited, %n request(s) go on in %2.</source>
        <translation>
            <numerusform>等待 %1：所有配置都受限，%n 个请求将在 %2 后继续。</numerusform>
        </translation>
    </message>
    <message>
        <source>just now</source>
        <translation>刚刚</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <comment>%1: a span of time</comment>
        <translation>%1前</translation>
    </message>
    <message>
        <source>Moved by hand</source>
        <comment>why a session is where it is</comment>
        <translation>手动移动</translation>
    </message>
    <message>
        <source>With the active config</source>
        <comment>why a session is where it is</comment>
        <translation>使用当前配置</translation>
    </message>
    <message>
        <source>In the middle of an answer</source>
        <comment>why a session is where it is</comment>
        <translation>正在应答</translation>
    </message>
    <message>
        <source>Stays until %1, to keep its prompt cache</source>
        <comment>%1: a time</comment>
        <translation>为保留提示缓存，停留到 %1</translation>
    </message>
    <message>
        <source>Follows the active config with its next request</source>
        <comment>why a session is where it is</comment>
        <translation>下一个请求起改用当前配置</translation>
    </message>
    <message>
        <source>pinned for %1</source>
        <comment>%1: a time such as 3:20</comment>
        <translation>固定，剩余 %1</translation>
    </message>
    <message>
        <source>pinned</source>
        <translation>已固定</translation>
    </message>
    <message>
        <source>waiting: %1, for %2</source>
        <comment>%1: how many requests, %2: a time such as 0:35</comment>
        <translation>%1 个等待中，剩余 %2</translation>
    </message>
    <message>
        <source>waiting: %1</source>
        <comment>how many requests</comment>
        <translation>%1 个等待中</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>a config, and what is wrong</comment>
        <translation>%1——%2</translation>
    </message>
    <message>
        <source>not tried yet</source>
        <translation>尚未尝试</translation>
    </message>
    <message>
        <source>QCC: the proxy is switched off</source>
        <translation>QCC：代理已关闭</translation>
    </message>
    <message>
        <source>QCC: no config is active</source>
        <translation>QCC：没有使用中的配置</translation>
    </message>
    <message>
        <source>all well</source>
        <translation>一切正常</translation>
    </message>
    <message>
        <source>Claude Code asks %1 since %2.</source>
        <comment>%1: an address, %2: a time</comment>
        <translation>Claude Code 自 %2 起连接 %1。</translation>
    </message>
    <message>
        <source>Claude Code asks %1.</source>
        <comment>%1: an address</comment>
        <translation>Claude Code 连接的是 %1。</translation>
    </message>
    <message>
        <source>What was there before comes back when QCC quits.</source>
        <translation>QCC 退出时会还原之前的设置。</translation>
    </message>
    <message>
        <source>It stays so when QCC quits, until you disconnect it.</source>
        <translation>QCC 退出后保持不变，直到您断开连接。</translation>
    </message>
    <message>
        <source>%1 does not exist yet. QCC makes it, and takes it away again.</source>
        <translation>%1 还不存在。QCC 会创建它，还原时再删除。</translation>
    </message>
    <message>
        <source>%1 can&apos;t be written. Make it, and its folder, writable for you.</source>
        <translation>无法写入 %1。请给自己该文件及其文件夹的写入权限。</translation>
    </message>
    <message>
        <source>%1 is a link to %2. That file is changed, and the link stays.</source>
        <translation>%1 是指向 %2 的链接。更改的是后者，链接保持不变。</translation>
    </message>
    <message>
        <source>%1 can&apos;t be changed without touching other parts of it: %2. Set the variables in it by hand.</source>
        <translation>无法在不影响其他内容的情况下更改 %1：%2。请手动在其中设置这些变量。</translation>
    </message>
    <message>
        <source>The project&apos;s settings %1 set %2, which wins there. Take it out of that file, or Claude Code does not use QCC in that project.</source>
        <translation>项目的设置 %1 中设置了 %2，在该项目中优先生效。请从该文件中移除它，否则 Claude Code 在该项目中不使用 QCC。</translation>
    </message>
    <message>
        <source>The administrator&apos;s settings %1 set %2, which wins everywhere. Ask your administrator.</source>
        <translation>管理员的设置 %1 中设置了 %2，在所有地方优先生效。请联系您的管理员。</translation>
    </message>
    <message>
        <source>Your shell sets %1. Claude Code 2.0.1 and newer use the settings file&apos;s value; an older one uses the shell&apos;s. Take it out of your shell&apos;s start files to be sure.</source>
        <translation>您的 shell 设置了 %1。Claude Code 2.0.1 及更高版本使用设置文件中的值；更早的版本使用 shell 中的值。为确保无误，请从 shell 的启动文件中移除它。</translation>
    </message>
    <message>
        <source>%1 is set beside QCC&apos;s token: Claude Code may ask which one to use. Keep the token, or take the other out.</source>
        <translation>除 QCC 的令牌外还设置了 %1：Claude Code 可能会询问使用哪一个。请选择令牌，或移除另一个。</translation>
    </message>
    <message>
        <source>%1 is set: Claude Code then asks that provider, and neither QCC nor any other address. Take it out.</source>
        <translation>设置了 %1：Claude Code 会因此连接该服务商，而不是 QCC 或任何其他地址。请移除它。</translation>
    </message>
    <message>
        <source>Claude Code does not use QCC</source>
        <translation>Claude Code 未使用 QCC</translation>
    </message>
    <message>
        <source>Claude Code uses QCC</source>
        <translation>Claude Code 使用 QCC</translation>
    </message>
    <message>
        <source>Changed by another hand</source>
        <translation>已被他处更改</translation>
    </message>
    <message>
        <source>Interrupted while writing</source>
        <translation>写入时中断</translation>
    </message>
    <message>
        <source>The settings can&apos;t be used</source>
        <translation>无法使用设置</translation>
    </message>
    <message>
        <source>It asks the provider that its own settings name.</source>
        <translation>它连接自己的设置中指定的服务商。</translation>
    </message>
    <message>
        <source>Somebody has changed values that QCC wrote. QCC leaves them as they are.</source>
        <translation>QCC 写入的值已被他处更改。QCC 不会再改动它们。</translation>
    </message>
    <message>
        <source>QCC was ended while it changed the file. Put it back to mend it.</source>
        <translation>QCC 在更改文件时被结束。还原即可修复。</translation>
    </message>
    <message>
        <source>QCC can&apos;t read the file, and leaves it as it is.</source>
        <translation>QCC 无法读取该文件，因此不改动它。</translation>
    </message>
    <message>
        <source>QCC was stopped before an answer came.</source>
        <translation>收到应答之前 QCC 已停止。</translation>
    </message>
    <message>
        <source>Too many tests are running. Wait for them.</source>
        <translation>正在进行的测试过多。请等待它们完成。</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) were given up.</source>
        <translation>
            <numerusform>已放弃 %n 条消息。</numerusform>
        </translation>
    </message>
    <message>
        <source>The program&apos;s path is not absolute: %1</source>
        <translation>程序的路径不是绝对路径：%1</translation>
    </message>
    <message>
        <source>There is no program %1.</source>
        <translation>没有程序 %1。</translation>
    </message>
    <message>
        <source>%1 can&apos;t be run: its file is not executable.</source>
        <translation>无法运行 %1：文件没有执行权限。</translation>
    </message>
    <message>
        <source>%1 could not be started: %2</source>
        <translation>无法启动 %1：%2</translation>
    </message>
    <message numerus="yes">
        <source>%1 did not end within %n second(s) and was stopped.</source>
        <translation>
            <numerusform>%1 在 %n 秒内没有结束，已被终止。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 was ended by a signal.</source>
        <translation>%1 被信号终止。</translation>
    </message>
    <message>
        <source>%1 ended with status %2: %3</source>
        <translation>%1 以状态 %2 结束：%3</translation>
    </message>
    <message>
        <source>%1 did not answer in time.</source>
        <translation>%1 应答超时。</translation>
    </message>
    <message>
        <source>The certificate of %1 was not accepted: %2</source>
        <translation>%1 的证书未被接受：%2</translation>
    </message>
    <message>
        <source>%1 was not found.</source>
        <translation>找不到 %1。</translation>
    </message>
    <message>
        <source>%1 refused the connection.</source>
        <translation>%1 拒绝了连接。</translation>
    </message>
    <message>
        <source>%1 could not be reached: %2</source>
        <translation>无法访问 %1：%2</translation>
    </message>
    <message>
        <source>The name of the mail server is not valid.</source>
        <translation>邮件服务器的名称无效。</translation>
    </message>
    <message>
        <source>Mail without TLS is sent to this computer only. Choose STARTTLS or TLS.</source>
        <translation>不使用 TLS 的邮件只能发给本机。请选择 STARTTLS 或 TLS。</translation>
    </message>
    <message>
        <source>A mail address of the channel is not valid.</source>
        <translation>渠道的一个邮件地址无效。</translation>
    </message>
    <message>
        <source>%1 did not accept the user name or password: %2</source>
        <translation>%1 不接受用户名或密码：%2</translation>
    </message>
    <message>
        <source>%1 offers no STARTTLS, and nothing is sent without.</source>
        <translation>%1 不支持 STARTTLS；不加密则不发送任何内容。</translation>
    </message>
    <message>
        <source>%1 did not take the message: %2</source>
        <translation>%1 未接收消息：%2</translation>
    </message>
    <message>
        <source>The channel&apos;s address or token is missing or not valid.</source>
        <translation>渠道的地址或令牌缺失或无效。</translation>
    </message>
    <message>
        <source>The service answered with a redirect (HTTP %1), which QCC does not follow.</source>
        <translation>服务返回了重定向（HTTP %1），QCC 不会跟随。</translation>
    </message>
    <message>
        <source>The service answered with HTTP status %1.</source>
        <translation>服务返回了 HTTP 状态码 %1。</translation>
    </message>
    <message>
        <source>The service answered with HTTP status %1: %2</source>
        <translation>服务返回了 HTTP 状态码 %1：%2</translation>
    </message>
    <message>
        <source>The service answered with error %1: %2</source>
        <translation>服务返回了错误 %1：%2</translation>
    </message>
    <message>
        <source>The answer is not one of this kind of service. Check the address.</source>
        <translation>应答不是此类服务的格式。请检查地址。</translation>
    </message>
    <message>
        <source>%1 can&apos;t be used: %2. Mend it; QCC leaves it as it is.</source>
        <translation>无法使用 %1：%2。请修复它；QCC 不会改动它。</translation>
    </message>
    <message>
        <source>%1 is set: QCC sees to it that NO_PROXY lets Claude Code reach this computer without that proxy.</source>
        <translation>已设置 %1：QCC 会确保 NO_PROXY 让 Claude Code 不经该代理访问本机。</translation>
    </message>
</context>
<context>
    <name>TrayWords</name>
    <message>
        <source>QCC is starting.</source>
        <translation>QCC 正在启动。</translation>
    </message>
    <message>
        <source>QCC is not running.</source>
        <translation>QCC 未运行。</translation>
    </message>
    <message>
        <source>Open QCC</source>
        <translation>打开 QCC</translation>
    </message>
    <message>
        <source>Switch back</source>
        <translation>切换回去</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>为什么？</translation>
    </message>
    <message>
        <source>Pause</source>
        <comment>button of a notification: no automatic switches</comment>
        <translation>暂停自动切换</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>立即检查</translation>
    </message>
    <message>
        <source>The proxy is stopped: Claude Code is not served.</source>
        <translation>代理已停止：Claude Code 得不到服务。</translation>
    </message>
    <message>
        <source>Automation is paused.</source>
        <translation>自动切换已暂停。</translation>
    </message>
</context>
<context>
    <name>qcc::AdvancedForm</name>
    <message>
        <source>Choose a certificate file</source>
        <translation>选择证书文件</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer);;All files (*)</source>
        <translation>证书 (*.pem *.crt *.cer);;所有文件 (*)</translation>
    </message>
    <message>
        <source>x-api-key header</source>
        <translation>x-api-key 标头</translation>
    </message>
    <message>
        <source>Authorization: Bearer</source>
        <translation>Authorization: Bearer</translation>
    </message>
    <message>
        <source>Both headers</source>
        <translation>两个标头都用</translation>
    </message>
    <message>
        <source>HTTP/1.1 (recommended)</source>
        <translation>HTTP/1.1（推荐）</translation>
    </message>
    <message>
        <source>HTTP/2</source>
        <translation>HTTP/2</translation>
    </message>
    <message>
        <source>Send the key as</source>
        <translation>密钥发送方式</translation>
    </message>
    <message>
        <source>HTTP version</source>
        <translation>HTTP 版本</translation>
    </message>
    <message>
        <source>Time to connect</source>
        <translation>连接超时</translation>
    </message>
    <message>
        <source>Time to the first answer</source>
        <translation>首次应答超时</translation>
    </message>
    <message>
        <source>Longest silence</source>
        <translation>最长停顿</translation>
    </message>
    <message>
        <source>How long a connection may take before the next endpoint is tried.</source>
        <translation>建立连接最多等待多久，之后尝试下一个端点。</translation>
    </message>
    <message>
        <source>How long the provider may think before its answer begins.</source>
        <translation>服务商开始应答前最多可以思考多久。</translation>
    </message>
    <message>
        <source>How long an answer may pause before it counts as broken off.</source>
        <translation>应答最多停顿多久，之后视为中断。</translation>
    </message>
    <message>
        <source> s</source>
        <translation> 秒</translation>
    </message>
    <message>
        <source>Outbound proxy</source>
        <translation>出站代理</translation>
    </message>
    <message>
        <source>Certificate file</source>
        <translation>证书文件</translation>
    </message>
    <message>
        <source>The system&apos;s certificates</source>
        <translation>系统证书</translation>
    </message>
    <message>
        <source>A PEM file with the only authorities to be trusted for this endpoint.</source>
        <translation>PEM 文件；此端点只信任其中的证书颁发机构。</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>选择文件</translation>
    </message>
</context>
<context>
    <name>qcc::AppearanceSection</name>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>&quot;System&quot; follows the desktop&apos;s choice of light or dark.</source>
        <translation>“跟随系统”随桌面的浅色或深色设置变化。</translation>
    </message>
    <message>
        <source>System</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Density</source>
        <translation>密度</translation>
    </message>
    <message>
        <source>How much room lists and tables take.</source>
        <translation>列表和表格占用的空间。</translation>
    </message>
    <message>
        <source>Comfortable</source>
        <translation>宽松</translation>
    </message>
    <message>
        <source>Compact</source>
        <translation>紧凑</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Changes at once, in all windows.</source>
        <translation>在所有窗口中立即生效。</translation>
    </message>
</context>
<context>
    <name>qcc::Banner</name>
    <message>
        <source>Dismiss</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Dismiss this message</source>
        <translation>关闭此消息</translation>
    </message>
</context>
<context>
    <name>qcc::BoardActions</name>
    <message>
        <source>Stay with this config</source>
        <translation>固定此配置</translation>
    </message>
    <message>
        <source>Switch to this config</source>
        <translation>切换到此配置</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>立即检查</translation>
    </message>
    <message>
        <source>Check all now</source>
        <translation>立即全部检查</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Move to the better group</source>
        <translation>移到更优先的组</translation>
    </message>
    <message>
        <source>Move to the next group</source>
        <translation>移到下一组</translation>
    </message>
    <message>
        <source>Undo move</source>
        <translation>撤销移动</translation>
    </message>
    <message>
        <source>Redo move</source>
        <translation>重做移动</translation>
    </message>
    <message>
        <source>Release pin</source>
        <translation>解除固定</translation>
    </message>
    <message>
        <source>Until released</source>
        <translation>直到解除</translation>
    </message>
    <message>
        <source>For 1 hour</source>
        <translation>1 小时</translation>
    </message>
    <message>
        <source>For 4 hours</source>
        <translation>4 小时</translation>
    </message>
    <message>
        <source>Move to</source>
        <translation>移到</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>编辑…</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>删除…</translation>
    </message>
    <message>
        <source>Add config…</source>
        <translation>添加配置…</translation>
    </message>
</context>
<context>
    <name>qcc::BoardCommands</name>
    <message>
        <source>Claude Code is now served by %1</source>
        <translation>Claude Code 现由 %1 提供服务</translation>
    </message>
    <message>
        <source>The pin is released</source>
        <translation>已解除固定</translation>
    </message>
    <message>
        <source>The proxy is on</source>
        <translation>代理已开启</translation>
    </message>
    <message>
        <source>The proxy is off</source>
        <translation>代理已关闭</translation>
    </message>
    <message>
        <source>%1 is switched on</source>
        <translation>“%1”已开启</translation>
    </message>
    <message>
        <source>%1 is switched off</source>
        <translation>“%1”已关闭</translation>
    </message>
    <message>
        <source>Removed %1</source>
        <translation>已删除 %1</translation>
    </message>
    <message numerus="yes">
        <source>Removed %n config(s)</source>
        <translation>
            <numerusform>已删除 %n 个配置</numerusform>
        </translation>
    </message>
    <message>
        <source>Checking all endpoints…</source>
        <translation>正在检查全部端点…</translation>
    </message>
    <message>
        <source>Checking %1…</source>
        <translation>正在检查 %1…</translation>
    </message>
</context>
<context>
    <name>qcc::BoardHeader</name>
    <message>
        <source>Proxy</source>
        <comment>a switch</comment>
        <translation>代理</translation>
    </message>
    <message>
        <source>Switch the proxy off: Claude Code gets no answers here</source>
        <translation>关闭代理：Claude Code 将得不到应答</translation>
    </message>
    <message>
        <source>Switch the proxy on</source>
        <translation>开启代理</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>为什么？</translation>
    </message>
    <message>
        <source>Explains why requests go where they go</source>
        <translation>说明请求为什么发往当前配置</translation>
    </message>
    <message>
        <source>Release pin</source>
        <translation>解除固定</translation>
    </message>
    <message>
        <source>Let QCC choose the best config again</source>
        <translation>让 QCC 重新选择最佳配置</translation>
    </message>
    <message>
        <source>Resume automation</source>
        <translation>继续自动切换</translation>
    </message>
    <message>
        <source>Pause automation</source>
        <translation>暂停自动切换</translation>
    </message>
    <message>
        <source>Switch automatically again</source>
        <translation>重新开始自动切换</translation>
    </message>
    <message>
        <source>Switch nothing automatically until you resume</source>
        <translation>在您继续之前不再自动切换</translation>
    </message>
    <message>
        <source>Address</source>
        <comment>of the proxy</comment>
        <translation>地址</translation>
    </message>
    <message>
        <source>Copy the address for Claude Code</source>
        <translation>复制供 Claude Code 使用的地址</translation>
    </message>
</context>
<context>
    <name>qcc::BoardModel</name>
    <message numerus="yes">
        <source>%1: %n config(s)</source>
        <comment>a priority group</comment>
        <translation>
            <numerusform>%1：%n 个配置</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: switched off, none of it gets requests</source>
        <comment>a priority group</comment>
        <translation>%1：已关闭，其中的配置不接收请求</translation>
    </message>
</context>
<context>
    <name>qcc::BoardPage</name>
    <message>
        <source>Your configs can&apos;t be shown</source>
        <translation>无法显示您的配置</translation>
    </message>
    <message>
        <source>They are not lost: they lie in files, and are shown as soon as the proxy runs.</source>
        <translation>配置没有丢失：它们保存在文件中，代理运行后即会显示。</translation>
    </message>
    <message>
        <source>Your configs are here in a moment.</source>
        <translation>您的配置马上就会显示。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>正在启动…</translation>
    </message>
</context>
<context>
    <name>qcc::ChannelDialog</name>
    <message>
        <source>Sending…</source>
        <translation>正在发送…</translation>
    </message>
    <message>
        <source>Send a &amp;test</source>
        <translation>发送测试(&amp;T)</translation>
    </message>
    <message>
        <source>Nothing is changed yet.</source>
        <translation>尚未更改任何内容。</translation>
    </message>
    <message>
        <source>The name is missing.</source>
        <translation>缺少名称。</translation>
    </message>
    <message>
        <source>Something is missing.</source>
        <translation>还有内容未填写。</translation>
    </message>
    <message>
        <source>Something is not right yet; it is marked.</source>
        <translation>有内容不正确，已标出。</translation>
    </message>
    <message>
        <source>%1 &lt;a href=&quot;%2&quot;&gt;How this is done&lt;/a&gt;</source>
        <comment>%1: sentences about the channel</comment>
        <translation>%1&lt;a href=&quot;%2&quot;&gt;操作方法&lt;/a&gt;</translation>
    </message>
    <message>
        <source>Edit %1</source>
        <translation>编辑 %1</translation>
    </message>
    <message>
        <source>New alert channel: %1</source>
        <translation>新建告警渠道：%1</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>正在保存…</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>The test message was sent.</source>
        <translation>测试消息已发送。</translation>
    </message>
    <message>
        <source>Load the new state</source>
        <translation>载入最新状态</translation>
    </message>
    <message>
        <source>What you typed is not saved yet.</source>
        <translation>您输入的内容尚未保存。</translation>
    </message>
</context>
<context>
    <name>qcc::ChannelForm</name>
    <message>
        <source>&amp;Name</source>
        <translation>名称(&amp;N)</translation>
    </message>
    <message>
        <source>For example: team</source>
        <translation>例如：team</translation>
    </message>
    <message>
        <source>S&amp;erver</source>
        <translation>服务器(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Port</source>
        <translation>端口(&amp;P)</translation>
    </message>
    <message>
        <source>En&amp;cryption</source>
        <translation>加密(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;User name</source>
        <translation>用户名(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>发件人(&amp;F)</translation>
    </message>
    <message>
        <source>P&amp;rogram</source>
        <translation>程序(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Arguments</source>
        <translation>参数(&amp;A)</translation>
    </message>
    <message>
        <source>Optional</source>
        <translation>可选</translation>
    </message>
    <message>
        <source>One a line (optional)</source>
        <translation>每行一个（可选）</translation>
    </message>
    <message>
        <source>Empty: without signing in</source>
        <translation>留空：不登录</translation>
    </message>
</context>
<context>
    <name>qcc::ChannelRow</name>
    <message>
        <source>%1 · %2 · %3</source>
        <comment>kind, place, what is told</comment>
        <translation>%1 · %2 · %3</translation>
    </message>
    <message>
        <source>Sending a test message…</source>
        <translation>正在发送测试消息…</translation>
    </message>
    <message>
        <source>The test message was sent.</source>
        <translation>测试消息已发送。</translation>
    </message>
    <message>
        <source>Send a test message</source>
        <translation>发送测试消息</translation>
    </message>
    <message>
        <source>Send a test message over %1</source>
        <translation>通过 %1 发送测试消息</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Edit %1</source>
        <translation>编辑 %1</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>删除 %1</translation>
    </message>
</context>
<context>
    <name>qcc::ChannelTelling</name>
    <message>
        <source>What is told</source>
        <translation>通知内容</translation>
    </message>
    <message>
        <source>Qu&amp;iet hours</source>
        <translation>免打扰时段(&amp;I)</translation>
    </message>
    <message>
        <source>Then only what is critical is sent; the rest follows afterwards, in one message.</source>
        <translation>此时段只发送紧急告警；其余的在结束后合并为一条消息发送。</translation>
    </message>
    <message>
        <source>Quiet from</source>
        <translation>免打扰开始</translation>
    </message>
    <message>
        <source>Quiet until</source>
        <translation>免打扰结束</translation>
    </message>
    <message>
        <source>Su&amp;mmary</source>
        <translation>摘要(&amp;M)</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>摘要</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Every day</source>
        <translation>每天</translation>
    </message>
    <message>
        <source>Every Monday</source>
        <translation>每周一</translation>
    </message>
    <message>
        <source>Time of the summary</source>
        <translation>摘要时间</translation>
    </message>
</context>
<context>
    <name>qcc::ChannelsSection</name>
    <message>
        <source>Remove an alert channel</source>
        <translation>删除告警渠道</translation>
    </message>
    <message>
        <source>Remove the alert channel &quot;%1&quot;?</source>
        <translation>删除告警渠道“%1”？</translation>
    </message>
    <message>
        <source>Its address and secrets are removed as well.</source>
        <translation>其地址和机密信息也会被删除。</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Add a channel</source>
        <translation>添加渠道</translation>
    </message>
    <message numerus="yes">
        <source>There is no room for more than %n.</source>
        <translation>
            <numerusform>最多只能有 %n 个渠道。</numerusform>
        </translation>
    </message>
    <message>
        <source>There is none yet: alerts are shown on this desktop only.</source>
        <translation>还没有渠道：告警只在此桌面上显示。</translation>
    </message>
    <message>
        <source>Alert channels</source>
        <translation>告警渠道</translation>
    </message>
    <message>
        <source>Where QCC tells people of alerts when nobody sits here. A channel that fails disturbs nothing.</source>
        <translation>无人在电脑前时，QCC 通过这些渠道通知告警。渠道失败不影响其他功能。</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
</context>
<context>
    <name>qcc::ChartLegend</name>
    <message>
        <source>Lines of the chart</source>
        <translation>图表曲线</translation>
    </message>
    <message>
        <source>Show only this line</source>
        <translation>只显示此曲线</translation>
    </message>
    <message>
        <source>Show all lines</source>
        <translation>显示全部曲线</translation>
    </message>
</context>
<context>
    <name>qcc::ClaudeDialog</name>
    <message>
        <source>Claude Code</source>
        <translation>Claude Code</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Copy the path</source>
        <translation>复制路径</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>检查结果</translation>
    </message>
    <message>
        <source>What another hand has changed</source>
        <translation>被他处更改的内容</translation>
    </message>
    <message>
        <source>Variable</source>
        <translation>变量</translation>
    </message>
    <message>
        <source>As QCC wrote it</source>
        <translation>QCC 写入的值</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现在的值</translation>
    </message>
    <message>
        <source>taken out</source>
        <comment>a variable in a file</comment>
        <translation>已移除</translation>
    </message>
    <message>
        <source>Connect Claude Code</source>
        <translation>连接 Claude Code</translation>
    </message>
    <message>
        <source>Leave these edits and disconnect</source>
        <translation>保留这些更改并断开</translation>
    </message>
    <message>
        <source>Disconnect and put back</source>
        <translation>断开并还原</translation>
    </message>
    <message>
        <source>Keep connected</source>
        <translation>保持连接</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>qcc::ClaudeSection</name>
    <message>
        <source>Puts QCC&apos;s address and token into Claude Code&apos;s settings. Everything else in them stays as it is.</source>
        <translation>将 QCC 的地址和令牌写入 Claude Code 的设置。其余内容保持不变。</translation>
    </message>
    <message>
        <source>Claude Code</source>
        <translation>Claude Code</translation>
    </message>
    <message>
        <source>How Claude Code on this computer finds QCC.</source>
        <translation>本机的 Claude Code 如何找到 QCC。</translation>
    </message>
    <message>
        <source>Details…</source>
        <translation>详情…</translation>
    </message>
    <message>
        <source>Put back when QCC quits</source>
        <translation>QCC 退出时还原</translation>
    </message>
    <message>
        <source>Claude Code then asks the provider of before, and meets nobody who is gone.</source>
        <translation>之后 Claude Code 会连接原来的服务商，而不是已退出的 QCC。</translation>
    </message>
    <message>
        <source>Keep its tool search</source>
        <translation>保留工具搜索</translation>
    </message>
    <message>
        <source>Claude Code switches the search for tools off where its address is not the official one. This sets ENABLE_TOOL_SEARCH with the address.</source>
        <translation>地址不是官方地址时，Claude Code 会关闭工具搜索。启用此项会随地址一起设置 ENABLE_TOOL_SEARCH。</translation>
    </message>
    <message>
        <source>VS Code too</source>
        <translation>同时用于 VS Code</translation>
    </message>
    <message>
        <source>Also writes the two variables into claudeCode.environmentVariables of VS Code and its kin, where they are installed.</source>
        <translation>将这两个变量同时写入已安装的 VS Code 及同类编辑器的 claudeCode.environmentVariables。</translation>
    </message>
    <message>
        <source>Settings of Claude Code</source>
        <translation>Claude Code 的设置</translation>
    </message>
    <message>
        <source>The file that is changed, and put back.</source>
        <translation>将被更改和还原的文件。</translation>
    </message>
    <message>
        <source>Without changing a file</source>
        <translation>不改动文件</translation>
    </message>
    <message>
        <source>Starts Claude Code with the two variables set, for this one time.</source>
        <translation>仅为这一次启动设置这两个变量。</translation>
    </message>
    <message>
        <source>Command that starts Claude Code</source>
        <translation>启动 Claude Code 的命令</translation>
    </message>
    <message>
        <source>Copy the path</source>
        <translation>复制路径</translation>
    </message>
    <message>
        <source>Copy the command</source>
        <translation>复制命令</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>打开文件夹</translation>
    </message>
</context>
<context>
    <name>qcc::ClaudeSwitch</name>
    <message>
        <source>The simulation leaves Claude Code alone. End it first.</source>
        <translation>模拟不会改动 Claude Code。请先结束模拟。</translation>
    </message>
    <message>
        <source>QCC does not run, so Claude Code would meet nobody.</source>
        <translation>QCC 未运行，Claude Code 将得不到应答。</translation>
    </message>
    <message>
        <source>Switch the proxy on first: Claude Code would meet nobody.</source>
        <translation>请先开启代理，否则 Claude Code 将得不到应答。</translation>
    </message>
    <message>
        <source>Claude Code uses QCC</source>
        <comment>a switch</comment>
        <translation>Claude Code 使用 QCC</translation>
    </message>
    <message>
        <source>Claude Code uses QCC, but meets nobody while the proxy does not run: its requests fail.</source>
        <translation>Claude Code 使用 QCC，但代理未运行时得不到应答：请求会失败。</translation>
    </message>
</context>
<context>
    <name>qcc::ClaudeToggle</name>
    <message>
        <source>Claude Code: something stands in the way</source>
        <translation>Claude Code：有问题需要处理</translation>
    </message>
    <message>
        <source>Claude Code: details</source>
        <translation>Claude Code：详情</translation>
    </message>
    <message>
        <source>Puts back what Claude Code&apos;s settings held before</source>
        <translation>还原 Claude Code 之前的设置</translation>
    </message>
    <message>
        <source>Puts QCC&apos;s address and token into Claude Code&apos;s settings; what was there comes back when you switch it off</source>
        <translation>将 QCC 的地址和令牌写入 Claude Code 的设置；关闭时会还原之前的内容</translation>
    </message>
</context>
<context>
    <name>qcc::ConfigDialog</name>
    <message>
        <source>Nothing is changed yet.</source>
        <translation>尚未更改任何内容。</translation>
    </message>
    <message>
        <source>Something is not right yet; it is marked.</source>
        <translation>有内容不正确，已标出。</translation>
    </message>
    <message>
        <source>The name is missing.</source>
        <translation>缺少名称。</translation>
    </message>
    <message>
        <source>A key is missing.</source>
        <translation>缺少密钥。</translation>
    </message>
    <message>
        <source>A URL is missing.</source>
        <translation>缺少 URL。</translation>
    </message>
    <message>
        <source>Edit %1</source>
        <translation>编辑 %1</translation>
    </message>
    <message>
        <source>New config</source>
        <translation>新建配置</translation>
    </message>
    <message>
        <source>Endpoints</source>
        <translation>端点</translation>
    </message>
    <message>
        <source>The ways to this provider, best first. When one fails, the next one is asked.</source>
        <translation>通往该服务商的途径，最优先的在前。一个失败时，改用下一个。</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>正在保存…</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Load the new state</source>
        <translation>载入最新状态</translation>
    </message>
    <message>
        <source>What you typed, keys included, is not saved yet.</source>
        <translation>您输入的内容（包括密钥）尚未保存。</translation>
    </message>
    <message>
        <source>Special answers, model names and headers</source>
        <translation>特殊应答、模型名称和标头</translation>
    </message>
</context>
<context>
    <name>qcc::ConfigOptions</name>
    <message>
        <source>Answers that mean &quot;ask the next one&quot;: a status from 400 to 499 and words of the error. Example: 400 and &quot;model unavailable&quot;. Without words, every answer with this status. Overload, limits, rejected keys and failing servers always lead to the next one.</source>
        <translation>表示“转向下一个”的应答：400 到 499 的状态码和错误中的文字。例如：400 和“model unavailable”。不填文字则匹配该状态码的所有应答。过载、限流、密钥被拒绝和服务器故障总是会转向下一个。</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Words in the answer</source>
        <translation>应答中的文字</translation>
    </message>
    <message>
        <source>Answers that mean: ask the next one</source>
        <translation>表示转向下一个的应答</translation>
    </message>
    <message>
        <source>Other names for models: when Claude Code asks for the first, this config&apos;s providers are asked for the second; * stands for any characters, and the first line that fits is taken. Example: claude-opus-* becomes my-opus.</source>
        <translation>模型的其他名称：Claude Code 请求前一个名称时，向此配置的服务商改为请求后一个；* 代表任意字符，以第一个匹配的行为准。例如：claude-opus-* 改为 my-opus。</translation>
    </message>
    <message>
        <source>Asked for</source>
        <translation>请求的名称</translation>
    </message>
    <message>
        <source>Sent to the provider</source>
        <translation>发给服务商的名称</translation>
    </message>
    <message>
        <source>Other names for models</source>
        <translation>模型的其他名称</translation>
    </message>
    <message>
        <source>Headers for this config&apos;s providers, each in the place of Claude Code&apos;s of the same name. Keys don&apos;t belong here: they are kept safe with the endpoints. Example: x-team and compilers.</source>
        <translation>发给此配置各服务商的标头，会替换 Claude Code 的同名标头。密钥不应写在这里：它们与端点一起安全保存。例如：x-team 和 compilers。</translation>
    </message>
    <message>
        <source>Header</source>
        <translation>标头</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Headers for this config&apos;s providers</source>
        <translation>发给此配置各服务商的标头</translation>
    </message>
</context>
<context>
    <name>qcc::ConfigTable</name>
    <message>
        <source>The period per config</source>
        <translation>各配置在此期间的数据</translation>
    </message>
    <message>
        <source>Config</source>
        <translation>配置</translation>
    </message>
    <message>
        <source>Mean health</source>
        <translation>平均健康度</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>使用时间</translation>
    </message>
    <message>
        <source>Requests served</source>
        <translation>完成的请求</translation>
    </message>
    <message>
        <source>Mean first byte</source>
        <translation>平均首字节</translation>
    </message>
</context>
<context>
    <name>qcc::CopyButton</name>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
</context>
<context>
    <name>qcc::DataSection</name>
    <message>
        <source>Export settings</source>
        <translation>导出设置</translation>
    </message>
    <message>
        <source>QCC settings (*.json)</source>
        <translation>QCC 设置 (*.json)</translation>
    </message>
    <message>
        <source>Import settings</source>
        <translation>导入设置</translation>
    </message>
    <message>
        <source>Written to %1.</source>
        <translation>已写入 %1。</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>Kept in the desktop&apos;s keyring.</source>
        <translation>保存在桌面密钥环中。</translation>
    </message>
    <message>
        <source>Kept in the file %1, which only you can read: no keyring was found.</source>
        <translation>保存在只有您能读取的文件 %1 中：没有找到密钥环。</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Settings and history are in %1.</source>
        <translation>设置和历史记录位于 %1。</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Keep single requests for</source>
        <translation>单条请求保留</translation>
    </message>
    <message>
        <source>Older ones are summed up by hour and day; failovers are kept for good.</source>
        <translation>更早的请求按小时和天汇总；故障转移记录永久保留。</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>QCC %1</source>
        <translation>QCC %1</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later.</source>
        <translation>自由软件，采用 GNU 通用公共许可证第 3 版或更高版本。</translation>
    </message>
    <message>
        <source>None was found</source>
        <translation>没有找到</translation>
    </message>
    <message>
        <source>Export settings with keys</source>
        <translation>导出设置（含密钥）</translation>
    </message>
    <message>
        <source>Settings (*.json *.db *.sqlite *.sql);;All files (*)</source>
        <translation>设置 (*.json *.db *.sqlite *.sql);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Configs, groups and policy as a file: without keys, or encrypted with them.</source>
        <translation>将配置、分组和策略导出为文件：不含密钥，或包含加密的密钥。</translation>
    </message>
    <message>
        <source>With keys…</source>
        <translation>含密钥…</translation>
    </message>
    <message>
        <source>Adds the configs of a file or of another application, after you have chosen.</source>
        <translation>由您选择后，添加文件或其他应用中的配置。</translation>
    </message>
    <message>
        <source>From a file…</source>
        <translation>从文件…</translation>
    </message>
    <message>
        <source>From an application</source>
        <translation>从应用</translation>
    </message>
</context>
<context>
    <name>qcc::DesktopApp</name>
    <message>
        <source>Quit QCC?</source>
        <translation>退出 QCC？</translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) are running through the proxy. They may finish within 30 seconds; new ones fail.</source>
        <translation>
            <numerusform>有 %n 个请求正在通过代理。它们可以在 30 秒内完成；新请求会失败。</numerusform>
        </translation>
    </message>
    <message>
        <source>Let them finish, then quit</source>
        <translation>等待完成后退出</translation>
    </message>
    <message>
        <source>Quit now</source>
        <translation>立即退出</translation>
    </message>
</context>
<context>
    <name>qcc::DesktopNotices</name>
    <message>
        <source>This is a test</source>
        <translation>这是一条测试通知</translation>
    </message>
    <message>
        <source>QCC keeps running</source>
        <translation>QCC 仍在运行</translation>
    </message>
    <message>
        <source>The proxy goes on working. Open the window, or quit, from the tray.</source>
        <translation>代理继续工作。可从托盘打开窗口或退出。</translation>
    </message>
    <message>
        <source>This is how QCC tells you of a failover, a recovery or a problem.</source>
        <translation>发生故障转移、恢复或问题时，QCC 会这样通知您。</translation>
    </message>
</context>
<context>
    <name>qcc::Disclosure</name>
    <message>
        <source>unfolded</source>
        <translation>已展开</translation>
    </message>
    <message>
        <source>folded</source>
        <translation>已折叠</translation>
    </message>
</context>
<context>
    <name>qcc::EndpointDraftsModel</name>
    <message>
        <source>New endpoint</source>
        <translation>新端点</translation>
    </message>
    <message>
        <source>%1, not complete</source>
        <translation>%1（未填完）</translation>
    </message>
</context>
<context>
    <name>qcc::EndpointForm</name>
    <message>
        <source>Needs a URL and a key that are well-formed.</source>
        <translation>需要格式正确的 URL 和密钥。</translation>
    </message>
    <message>
        <source>Without https:// the key and everything said can be read on the way.</source>
        <translation>不使用 https:// 时，密钥和全部内容都可能在途中被读取。</translation>
    </message>
    <message>
        <source>The base URL mostly ends before /v1: Claude Code adds /v1/messages itself.</source>
        <translation>基础 URL 通常在 /v1 之前结束：Claude Code 会自行添加 /v1/messages。</translation>
    </message>
    <message>
        <source>The spaces around the key are left out.</source>
        <translation>密钥两端的空格会被去掉。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Base &amp;URL</source>
        <translation>基础 &amp;URL</translation>
    </message>
    <message>
        <source>&amp;Key</source>
        <translation>密钥(&amp;K)</translation>
    </message>
    <message>
        <source>Advanced settings of this endpoint</source>
        <translation>此端点的高级设置</translation>
    </message>
</context>
<context>
    <name>qcc::EndpointsEditor</name>
    <message>
        <source>Add an endpoint</source>
        <translation>添加端点</translation>
    </message>
    <message>
        <source>Remove this endpoint and its key (Delete)</source>
        <translation>删除此端点及其密钥 (Delete)</translation>
    </message>
    <message>
        <source>Ask it earlier (Alt+Up)</source>
        <translation>提前 (Alt+Up)</translation>
    </message>
    <message>
        <source>Ask it later (Alt+Down)</source>
        <translation>推后 (Alt+Down)</translation>
    </message>
    <message>
        <source>Ask it earlier</source>
        <translation>提前</translation>
    </message>
    <message>
        <source>Ask it later</source>
        <translation>推后</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Endpoints, the best first</source>
        <translation>端点，最优先的在前</translation>
    </message>
    <message>
        <source>The best first: drag to reorder</source>
        <translation>最优先的在前：拖动可调整顺序</translation>
    </message>
    <message>
        <source>An endpoint is a URL with a key. Without one, this config cannot serve anybody.</source>
        <translation>端点由 URL 和密钥组成。没有端点，此配置无法提供服务。</translation>
    </message>
</context>
<context>
    <name>qcc::EventDetails</name>
    <message>
        <source>Why it happened</source>
        <translation>发生的原因</translation>
    </message>
    <message>
        <source>Copy this explanation</source>
        <translation>复制此说明</translation>
    </message>
    <message>
        <source>Why did it switch?</source>
        <translation>为什么切换？</translation>
    </message>
    <message>
        <source>Choose an event to read what QCC saw and why it decided so.</source>
        <translation>选择一个事件，查看 QCC 看到了什么、为什么这样决定。</translation>
    </message>
    <message>
        <source>%1 · event %2</source>
        <comment>a time, and an event&apos;s id</comment>
        <translation>%1 · 事件 %2</translation>
    </message>
</context>
<context>
    <name>qcc::EventExport</name>
    <message>
        <source>Export the history</source>
        <translation>导出历史</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Write what is shown to a file</source>
        <translation>将所显示的内容写入文件</translation>
    </message>
    <message>
        <source>As JSON…</source>
        <translation>导出为 JSON…</translation>
    </message>
    <message>
        <source>As CSV, for a spreadsheet…</source>
        <translation>导出为 CSV（电子表格）…</translation>
    </message>
</context>
<context>
    <name>qcc::EventFilterBar</name>
    <message>
        <source>All types</source>
        <translation>所有类型</translation>
    </message>
    <message>
        <source>All configs</source>
        <translation>所有配置</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>任何时间</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Last 24 hours</source>
        <translation>最近 24 小时</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>最近 7 天</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>最近 30 天</translation>
    </message>
    <message>
        <source>From … to …</source>
        <translation>从…到…</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Search in the names of configs and in the words that people gave as a reason</source>
        <translation>搜索配置名称以及人工给出的原因</translation>
    </message>
    <message>
        <source>From</source>
        <translation>从</translation>
    </message>
    <message>
        <source>to</source>
        <comment>from a date to a date</comment>
        <translation>到</translation>
    </message>
    <message>
        <source>Type of event</source>
        <translation>事件类型</translation>
    </message>
    <message>
        <source>Config</source>
        <translation>配置</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>时段</translation>
    </message>
    <message>
        <source>Search configs and reasons</source>
        <translation>搜索配置和原因</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>开始日期</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>结束日期</translation>
    </message>
</context>
<context>
    <name>qcc::EventTableModel</name>
    <message>
        <source>Switched</source>
        <comment>how a switch ended</comment>
        <translation>已切换</translation>
    </message>
    <message>
        <source>Failed</source>
        <comment>how a switch ended</comment>
        <translation>失败</translation>
    </message>
    <message>
        <source>Click to sort</source>
        <translation>点击排序</translation>
    </message>
    <message>
        <source>Reasons are sentences; they aren&apos;t sorted</source>
        <translation>原因是句子，不排序</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>From</source>
        <translation>原配置</translation>
    </message>
    <message>
        <source>To</source>
        <translation>新配置</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Result</source>
        <comment>how a switch ended</comment>
        <translation>结果</translation>
    </message>
    <message>
        <source>loading…</source>
        <translation>正在加载…</translation>
    </message>
</context>
<context>
    <name>qcc::GroupPanel</name>
    <message numerus="yes">
        <source>%n config(s)</source>
        <translation>
            <numerusform>%n 个配置</numerusform>
        </translation>
    </message>
    <message>
        <source>Add a config to %1</source>
        <translation>在“%1”中添加配置</translation>
    </message>
    <message>
        <source>%1 is used</source>
        <comment>a priority group; a switch</comment>
        <translation>使用“%1”</translation>
    </message>
    <message>
        <source>Switch off: none of this group gets requests</source>
        <translation>关闭：此组的配置都不接收请求</translation>
    </message>
    <message>
        <source>Switch on: this group gets requests again</source>
        <translation>开启：此组重新接收请求</translation>
    </message>
    <message>
        <source>Show the disabled configs</source>
        <translation>显示停用的配置</translation>
    </message>
    <message>
        <source>Hide the disabled configs</source>
        <translation>隐藏停用的配置</translation>
    </message>
    <message>
        <source>What Claude Code should normally use. Drag a config here or add one.</source>
        <translation>Claude Code 平时使用的配置。将配置拖到这里，或添加一个。</translation>
    </message>
    <message>
        <source>Takes over when every primary config fails. Drag a config here or add one.</source>
        <translation>主用配置全部故障时接管。将配置拖到这里，或添加一个。</translation>
    </message>
    <message>
        <source>The last resort, when nothing else works. Drag a config here or add one.</source>
        <translation>其他配置都不可用时的最后选择。将配置拖到这里，或添加一个。</translation>
    </message>
    <message>
        <source>Drag a config here to keep it without using it.</source>
        <translation>将配置拖到这里，保留但不使用。</translation>
    </message>
</context>
<context>
    <name>qcc::HealthChart</name>
    <message>
        <source>Health of the configs over time</source>
        <translation>各配置的健康度变化</translation>
    </message>
    <message>
        <source>Latency of the configs over time</source>
        <translation>各配置的延迟变化</translation>
    </message>
</context>
<context>
    <name>qcc::HealthPage</name>
    <message>
        <source>Health</source>
        <translation>健康</translation>
    </message>
    <message>
        <source>1 h</source>
        <comment>the last hour</comment>
        <translation>1 小时</translation>
    </message>
    <message>
        <source>24 h</source>
        <comment>the last day</comment>
        <translation>24 小时</translation>
    </message>
    <message>
        <source>7 d</source>
        <comment>the last week</comment>
        <translation>7 天</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>时段</translation>
    </message>
    <message>
        <source>How far back the chart goes</source>
        <translation>图表的时间范围</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>延迟</translation>
    </message>
    <message>
        <source>What the chart shows</source>
        <translation>图表显示的内容</translation>
    </message>
    <message>
        <source>Numbers per config</source>
        <translation>各配置的数据</translation>
    </message>
    <message>
        <source>The chart may be out of date. %1</source>
        <translation>图表可能已过时。%1</translation>
    </message>
    <message>
        <source>Nothing to watch yet</source>
        <translation>还没有可观察的内容</translation>
    </message>
    <message>
        <source>Add a config, and its health is drawn here from its first check on.</source>
        <translation>添加配置后，从第一次检查起，这里会显示它的健康度。</translation>
    </message>
    <message>
        <source>Add a config</source>
        <translation>添加配置</translation>
    </message>
    <message>
        <source>The history can&apos;t be read</source>
        <translation>无法读取历史记录</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Reading the history…</source>
        <translation>正在读取历史…</translation>
    </message>
    <message>
        <source>Nothing is being checked</source>
        <translation>没有进行检查</translation>
    </message>
    <message>
        <source>Health checks run while an instance runs. There is nothing from this period.</source>
        <translation>健康检查只在 QCC 运行时进行。此时段没有数据。</translation>
    </message>
    <message>
        <source>The first check is under way</source>
        <translation>正在进行第一次检查</translation>
    </message>
    <message>
        <source>The lines begin here as soon as it has ended.</source>
        <translation>检查结束后，曲线从这里开始。</translation>
    </message>
    <message>
        <source>No latency is known</source>
        <translation>没有延迟数据</translation>
    </message>
    <message>
        <source>Health: how many of a config&apos;s endpoints are healthy, in per cent
Latency: how long the checks of a config took</source>
        <translation>健康：配置中健康端点所占的百分比
延迟：配置的检查所用的时间</translation>
    </message>
    <message>
        <source>Only successful checks tell one.</source>
        <translation>只有成功的检查才有延迟数据。</translation>
    </message>
</context>
<context>
    <name>qcc::HistoryDesk</name>
    <message>
        <source>too many questions at once</source>
        <translation>同时进行的查询过多</translation>
    </message>
</context>
<context>
    <name>qcc::HistoryPage</name>
    <message numerus="yes">
        <source>%Ln event(s) written to %1.</source>
        <translation>
            <numerusform>已将 %Ln 个事件写入 %1。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln event(s)</source>
        <translation>
            <numerusform>%Ln 个事件</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing matches</source>
        <translation>没有匹配的内容</translation>
    </message>
    <message>
        <source>No switches yet</source>
        <translation>还没有切换</translation>
    </message>
    <message>
        <source>No event of the history passes these filters.</source>
        <translation>历史中没有符合筛选条件的事件。</translation>
    </message>
    <message>
        <source>Whenever the active config changes – it failed, a better one is back, or you chose another – it is written down here, with the reason.</source>
        <translation>每当使用中的配置发生变化——它出现故障、更优先的配置恢复，或您另选了配置——都会连同原因记录在这里。</translation>
    </message>
    <message>
        <source>Clear the filters</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <source>Switches of the active config</source>
        <translation>当前配置的切换记录</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Event %1 isn&apos;t among the newest ones. Choose its day above to find it.</source>
        <translation>事件 %1 不在最新的事件中。请在上方选择它的日期来查找。</translation>
    </message>
    <message numerus="yes">
        <source>Only the %Ln row(s) that are loaded were copied. Export writes all of them.</source>
        <translation>
            <numerusform>只复制了已加载的 %Ln 行。导出可写出全部。</numerusform>
        </translation>
    </message>
    <message>
        <source>Copy the explanation</source>
        <translation>复制说明</translation>
    </message>
</context>
<context>
    <name>qcc::IdentityForm</name>
    <message>
        <source>&amp;Name</source>
        <translation>名称(&amp;N)</translation>
    </message>
    <message>
        <source>For example: production</source>
        <translation>例如：production</translation>
    </message>
    <message>
        <source>&amp;Description</source>
        <translation>说明(&amp;D)</translation>
    </message>
    <message>
        <source>Whose account, which contract (optional)</source>
        <translation>所属账户、合同（可选）</translation>
    </message>
    <message>
        <source>Kind of &amp;provider</source>
        <translation>服务商类型(&amp;P)</translation>
    </message>
    <message>
        <source>Official API (Anthropic)</source>
        <translation>官方 API（Anthropic）</translation>
    </message>
    <message>
        <source>Compatible gateway or reseller</source>
        <translation>兼容网关或中转商</translation>
    </message>
    <message>
        <source>Server on this computer</source>
        <translation>本机服务器</translation>
    </message>
    <message>
        <source>&amp;Group</source>
        <translation>组(&amp;G)</translation>
    </message>
    <message>
        <source>Where there is room</source>
        <translation>自动选择有空位的组</translation>
    </message>
</context>
<context>
    <name>qcc::ImportDialog</name>
    <message numerus="yes">
        <source>Import %n config(s)</source>
        <translation>
            <numerusform>导入 %n 个配置</numerusform>
        </translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Config</source>
        <translation>配置</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>can&apos;t be used</source>
        <translation>无法使用</translation>
    </message>
    <message>
        <source>There is nothing new in %1.</source>
        <translation>%1 中没有新内容。</translation>
    </message>
    <message>
        <source>From %1. What is checked is added.</source>
        <translation>来自 %1。将添加勾选的配置。</translation>
    </message>
    <message>
        <source>As it fits</source>
        <translation>自动选择</translation>
    </message>
    <message>
        <source>Somebody offers this by a link. Add it only if you trust them: your requests, with all that they contain, would go to the addresses below.</source>
        <translation>这是通过链接提供的配置。请仅在信任对方时添加：您的请求及其全部内容将发往下列地址。</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>处理方式</translation>
    </message>
    <message>
        <source>Configs</source>
        <translation>配置</translation>
    </message>
    <message>
        <source>Put into</source>
        <translation>放入</translation>
    </message>
    <message>
        <source>Take over the failover policy too</source>
        <translation>同时采用故障转移策略</translation>
    </message>
</context>
<context>
    <name>qcc::ImportFlow</name>
    <message numerus="yes">
        <source>%n config(s) added. Enter the missing keys by editing them on the board.</source>
        <translation>
            <numerusform>已添加 %n 个配置。请在看板上编辑它们并输入缺少的密钥。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n config(s) added.</source>
        <translation>
            <numerusform>已添加 %n 个配置。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>qcc::KeyField</name>
    <message>
        <source>Hide the key</source>
        <translation>隐藏密钥</translation>
    </message>
    <message>
        <source>Show the key</source>
        <translation>显示密钥</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>Stored – type to replace it</source>
        <translation>已保存，输入即可替换</translation>
    </message>
    <message>
        <source>Paste the provider&apos;s key</source>
        <translation>粘贴服务商的密钥</translation>
    </message>
</context>
<context>
    <name>qcc::LegendChip</name>
    <message>
        <source>Line of %1, active now</source>
        <translation>%1 的曲线，使用中</translation>
    </message>
    <message>
        <source>Line of %1</source>
        <translation>%1 的曲线</translation>
    </message>
    <message>
        <source>Click to show or hide this line</source>
        <translation>点击可显示或隐藏此曲线</translation>
    </message>
    <message>
        <source>%1 – active now</source>
        <translation>%1——使用中</translation>
    </message>
</context>
<context>
    <name>qcc::LiveRow</name>
    <message>
        <source>%1 Default: %2.</source>
        <comment>a sentence, and a default value</comment>
        <translation>%1默认：%2。</translation>
    </message>
    <message>
        <source>Back to the default: %1</source>
        <translation>恢复默认值：%1</translation>
    </message>
    <message>
        <source>%1: back to the default</source>
        <translation>%1：恢复默认值</translation>
    </message>
</context>
<context>
    <name>qcc::MainWindow</name>
    <message>
        <source>%1 – QCC</source>
        <translation>%1 – QCC</translation>
    </message>
    <message>
        <source>QCC keeps running</source>
        <translation>QCC 仍在运行</translation>
    </message>
    <message>
        <source>This desktop has no tray, so QCC stays in the task bar and the proxy goes on working. Quit with Ctrl+Q.</source>
        <translation>此桌面没有托盘，因此 QCC 留在任务栏中，代理继续工作。按 Ctrl+Q 退出。</translation>
    </message>
    <message>
        <source>Quit QCC</source>
        <translation>退出 QCC</translation>
    </message>
    <message>
        <source>Minimise</source>
        <translation>最小化</translation>
    </message>
</context>
<context>
    <name>qcc::MarkItem</name>
    <message numerus="yes">
        <source>and %n more</source>
        <comment>events</comment>
        <translation>
            <numerusform>另有 %n 个</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>qcc::MarkKey</name>
    <message>
        <source>failed switch</source>
        <translation>切换失败</translation>
    </message>
    <message>
        <source>Marks in the chart: %1</source>
        <translation>图表中的标记：%1</translation>
    </message>
</context>
<context>
    <name>qcc::NavigationBar</name>
    <message>
        <source>%1 (%2)</source>
        <comment>a page and its keys</comment>
        <translation>%1（%2）</translation>
    </message>
</context>
<context>
    <name>qcc::NoticeStrip</name>
    <message numerus="yes">
        <source>%n more message(s)</source>
        <translation>
            <numerusform>另有 %n 条消息</numerusform>
        </translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>全部显示</translation>
    </message>
</context>
<context>
    <name>qcc::NotificationSection</name>
    <message>
        <source>All configs down</source>
        <translation>所有配置都不可用</translation>
    </message>
    <message>
        <source>No config works, and requests get an error.</source>
        <translation>没有可用的配置，请求会得到错误。</translation>
    </message>
    <message>
        <source>Nothing to fail over to</source>
        <translation>没有可转移的配置</translation>
    </message>
    <message>
        <source>The active config is down, and no other is set up.</source>
        <translation>当前配置不可用，且没有设置其他配置。</translation>
    </message>
    <message>
        <source>Hourly limit reached</source>
        <translation>已达到每小时上限</translation>
    </message>
    <message>
        <source>No further automatic switch for a while.</source>
        <translation>暂时不再自动切换。</translation>
    </message>
    <message>
        <source>Long away from Primary</source>
        <translation>长时间未回到主用组</translation>
    </message>
    <message>
        <source>Another group has been serving for an hour or more.</source>
        <translation>由其他组提供服务已达一小时以上。</translation>
    </message>
    <message>
        <source>Key rejected</source>
        <translation>密钥被拒绝</translation>
    </message>
    <message>
        <source>A provider does not accept its key any more.</source>
        <translation>服务商不再接受密钥。</translation>
    </message>
    <message>
        <source>Out of credit</source>
        <translation>余额不足</translation>
    </message>
    <message>
        <source>An account has to be topped up.</source>
        <translation>账户需要充值。</translation>
    </message>
    <message>
        <source>Own network down</source>
        <translation>本机网络已断开</translation>
    </message>
    <message>
        <source>This computer reaches no provider at all.</source>
        <translation>本机无法访问任何服务商。</translation>
    </message>
    <message>
        <source>History not kept</source>
        <translation>无法保存历史</translation>
    </message>
    <message>
        <source>What happens cannot be remembered.</source>
        <translation>无法记录发生的事情。</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>One for each cause; it is taken back when the cause is gone.</source>
        <translation>每个原因一条通知；原因消失后自动撤回。</translation>
    </message>
    <message>
        <source>Quiet hours</source>
        <translation>免打扰时段</translation>
    </message>
    <message>
        <source>At these times only the most urgent ones are shown.</source>
        <translation>在此时段只显示最紧急的通知。</translation>
    </message>
    <message>
        <source>From – to</source>
        <translation>起止时间</translation>
    </message>
    <message>
        <source>May pass midnight.</source>
        <translation>可以跨越午夜。</translation>
    </message>
    <message>
        <source>Quiet from</source>
        <translation>免打扰开始</translation>
    </message>
    <message>
        <source>Quiet until</source>
        <translation>免打扰结束</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>试一试</translation>
    </message>
    <message>
        <source>Shows one notification as this desktop shows them.</source>
        <translation>按此桌面的方式显示一条通知。</translation>
    </message>
    <message>
        <source>Send a test</source>
        <translation>发送测试</translation>
    </message>
</context>
<context>
    <name>qcc::NumberRow</name>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message numerus="yes">
        <source>%n days</source>
        <comment>a default value</comment>
        <translation>
            <numerusform>%n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>permitted numbers</comment>
        <translation>%1 到 %2</translation>
    </message>
    <message>
        <source> s</source>
        <translation> 秒</translation>
    </message>
    <message>
        <source> days</source>
        <translation> 天</translation>
    </message>
</context>
<context>
    <name>qcc::PairTable</name>
    <message>
        <source>Add a line</source>
        <translation>添加一行</translation>
    </message>
    <message>
        <source>Remove the line</source>
        <translation>删除该行</translation>
    </message>
</context>
<context>
    <name>qcc::PassphraseDialog</name>
    <message>
        <source>This is not the passphrase of the file.</source>
        <translation>这不是该文件的口令。</translation>
    </message>
    <message numerus="yes">
        <source>At least %n character(s).</source>
        <translation>
            <numerusform>至少 %n 个字符。</numerusform>
        </translation>
    </message>
    <message>
        <source>The two are not the same yet.</source>
        <translation>两次输入尚不一致。</translation>
    </message>
    <message>
        <source>Export with keys</source>
        <translation>导出（含密钥）</translation>
    </message>
    <message>
        <source>Passphrase needed</source>
        <translation>需要口令</translation>
    </message>
    <message>
        <source>The file will hold your keys, encrypted by a passphrase. Without it nobody can open the file, neither can you.</source>
        <translation>文件将包含您的密钥，并用口令加密。没有口令，任何人都无法打开它，包括您自己。</translation>
    </message>
    <message>
        <source>%1 is encrypted. Enter the passphrase that it was exported with.</source>
        <translation>%1 已加密。请输入导出时使用的口令。</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>口令</translation>
    </message>
    <message>
        <source>Once more</source>
        <translation>再次输入</translation>
    </message>
    <message>
        <source>Show what is typed</source>
        <translation>显示输入的内容</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>qcc::PolicySection</name>
    <message>
        <source>Policy</source>
        <translation>策略</translation>
    </message>
    <message>
        <source>Reset the whole policy to its defaults?</source>
        <translation>将整个策略恢复为默认值？</translation>
    </message>
    <message>
        <source>Failover and recovery notifications are switched on again, too.</source>
        <translation>故障转移和恢复通知也会重新开启。</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>全部恢复默认</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>When QCC switches, and how carefully it comes back. Changes apply at once.</source>
        <translation>QCC 何时切换，以及多谨慎地切换回来。更改立即生效。</translation>
    </message>
    <message>
        <source>Reset all to defaults…</source>
        <translation>全部恢复默认…</translation>
    </message>
</context>
<context>
    <name>qcc::ProbeBench</name>
    <message>
        <source>Reachable: %1</source>
        <translation>可访问：%1</translation>
    </message>
    <message>
        <source>Key accepted: %1</source>
        <translation>密钥有效：%1</translation>
    </message>
    <message>
        <source>Model answers: %1</source>
        <translation>模型应答：%1</translation>
    </message>
    <message>
        <source>It answers, but offers nothing by which it can be tested.</source>
        <translation>有应答，但没有可供测试的接口。</translation>
    </message>
    <message>
        <source>Works: the %1 came in %2.</source>
        <translation>可用：%1，用时 %2。</translation>
    </message>
    <message>
        <source>Does not work: %1 (after %2).</source>
        <translation>不可用：%1（%2 后）。</translation>
    </message>
    <message>
        <source>Cancel test</source>
        <translation>取消测试</translation>
    </message>
    <message>
        <source>Test now</source>
        <translation>立即测试</translation>
    </message>
    <message>
        <source>Testing…</source>
        <translation>正在测试…</translation>
    </message>
    <message>
        <source>Asks the provider&apos;s cheapest question; nothing is saved.</source>
        <translation>向服务商发出开销最小的请求；不保存任何内容。</translation>
    </message>
</context>
<context>
    <name>qcc::ProxySection</name>
    <message>
        <source>Enter an IP address of this computer, such as 127.0.0.1 (only this computer) or 0.0.0.0 (all networks).</source>
        <translation>请输入本机的 IP 地址，例如 127.0.0.1（仅本机）或 0.0.0.0（所有网络）。</translation>
    </message>
    <message>
        <source>Other computers can reach the proxy there. Only the token keeps them from spending your money, and it travels unencrypted.</source>
        <translation>其他计算机可以访问该地址的代理。只有令牌能防止它们花您的钱，而令牌以未加密方式传输。</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>代理</translation>
    </message>
    <message>
        <source>Claude Code is told to ask here instead of at a provider.</source>
        <translation>Claude Code 向这里而不是向服务商发出请求。</translation>
    </message>
    <message>
        <source>Address and port</source>
        <translation>地址和端口</translation>
    </message>
    <message>
        <source>Another process runs the proxy (qcc proxy start). Its address is chosen there.</source>
        <translation>代理由另一个进程运行（qcc proxy start），地址在那里选定。</translation>
    </message>
    <message>
        <source>Running requests are finished before the old address is left.</source>
        <translation>进行中的请求完成后才会离开旧地址。</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>端口</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>应用</translation>
    </message>
</context>
<context>
    <name>qcc::ReadOutPanel</name>
    <message>
        <source>%1.</source>
        <comment>a moment, before the values at it</comment>
        <translation>%1。</translation>
    </message>
    <message>
        <source>%1 (active): %2.</source>
        <comment>config, value</comment>
        <translation>%1（使用中）：%2。</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <comment>config, value</comment>
        <translation>%1：%2。</translation>
    </message>
</context>
<context>
    <name>qcc::RemoveQuestion</name>
    <message>
        <source>Remove %1?</source>
        <translation>删除 %1？</translation>
    </message>
    <message numerus="yes">
        <source>Remove %n config(s)?</source>
        <translation>
            <numerusform>删除 %n 个配置？</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n endpoint(s) and their keys are deleted too.</source>
        <translation>
            <numerusform>%n 个端点及其密钥也会被删除。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is active: requests go to the next config that works.</source>
        <translation>%1 正在使用：请求会转到下一个可用的配置。</translation>
    </message>
    <message>
        <source>This can&apos;t be undone.</source>
        <translation>此操作无法撤销。</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>另有 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove configs</source>
        <translation>删除配置</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>qcc::RequestFilterBar</name>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Show new requests again</source>
        <translation>重新显示新请求</translation>
    </message>
    <message>
        <source>Keep the list as it is</source>
        <translation>保持列表不变</translation>
    </message>
    <message>
        <source>All outcomes</source>
        <translation>所有结果</translation>
    </message>
    <message>
        <source>All configs</source>
        <translation>所有配置</translation>
    </message>
    <message>
        <source>Search models and sessions</source>
        <translation>搜索模型和会话</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Config</source>
        <translation>配置</translation>
    </message>
</context>
<context>
    <name>qcc::RequestsPage</name>
    <message numerus="yes">
        <source>%Ln new request(s): show</source>
        <translation>
            <numerusform>%Ln 个新请求：显示</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln request(s)</source>
        <translation>
            <numerusform>%Ln 个请求</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The last %Ln request(s)</source>
        <translation>
            <numerusform>最近 %Ln 个请求</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing matches</source>
        <translation>没有匹配的内容</translation>
    </message>
    <message>
        <source>None of the last requests passes these filters.</source>
        <translation>最近的请求中没有符合筛选条件的。</translation>
    </message>
    <message>
        <source>Clear the filters</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <source>No requests yet</source>
        <translation>还没有请求</translation>
    </message>
    <message>
        <source>Start Claude Code through QCC, in a terminal:
%1
Its requests then appear here as they end.</source>
        <comment>%1: a command</comment>
        <translation>在终端中通过 QCC 启动 Claude Code：
%1
请求结束后会显示在这里。</translation>
    </message>
    <message>
        <source>Copy the command</source>
        <translation>复制命令</translation>
    </message>
    <message>
        <source>The last requests</source>
        <translation>最近的请求</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Expand all</source>
        <translation>全部展开</translation>
    </message>
    <message>
        <source>Collapse all</source>
        <translation>全部折叠</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>会话</translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation>显示的内容</translation>
    </message>
</context>
<context>
    <name>qcc::SecretField</name>
    <message>
        <source>Hide what is typed</source>
        <translation>隐藏输入的内容</translation>
    </message>
    <message>
        <source>Show what is typed</source>
        <translation>显示输入的内容</translation>
    </message>
    <message>
        <source>Stored – leave empty to keep it</source>
        <translation>已保存，留空则保持不变</translation>
    </message>
    <message>
        <source>Leave empty to keep what is stored</source>
        <translation>留空则保持已保存的内容</translation>
    </message>
    <message>
        <source>Take the stored one away</source>
        <translation>删除已保存的内容</translation>
    </message>
</context>
<context>
    <name>qcc::SessionsView</name>
    <message>
        <source>Move to</source>
        <translation>移到</translation>
    </message>
    <message numerus="yes">
        <source>%Ln session(s)</source>
        <translation>
            <numerusform>%Ln 个会话</numerusform>
        </translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Sessions of Claude Code</source>
        <translation>Claude Code 的会话</translation>
    </message>
    <message>
        <source>Show its requests</source>
        <translation>查看其请求</translation>
    </message>
    <message>
        <source>Let the rules decide</source>
        <translation>按规则处理</translation>
    </message>
    <message>
        <source>Takes back a move by hand</source>
        <translation>撤销手动移动</translation>
    </message>
    <message>
        <source>Its next requests go there, while that config works. Its prompt cache is lost.</source>
        <translation>之后的请求会发往那里，只要该配置可用。其提示缓存会丢失。</translation>
    </message>
    <message>
        <source>No sessions yet</source>
        <translation>还没有会话</translation>
    </message>
    <message>
        <source>A session is one conversation of Claude Code. QCC keeps each with the config that served it, for its prompt cache; new ones go to the active config. They appear here with their first request, and you can move them by hand.</source>
        <translation>会话是 Claude Code 的一次对话。QCC 让每个会话留在为它服务的配置上，以保留提示缓存；新会话发往当前配置。会话在第一个请求时出现在这里，您可以手动移动它。</translation>
    </message>
</context>
<context>
    <name>qcc::SettingsPage</name>
    <message>
        <source>Policy</source>
        <translation>策略</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>代理</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>启动</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Sections of the settings</source>
        <translation>设置的各部分</translation>
    </message>
    <message>
        <source>Claude Code</source>
        <translation>Claude Code</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>渠道</translation>
    </message>
</context>
<context>
    <name>qcc::SimulationStrip</name>
    <message>
        <source>These providers are simulated. Break one and watch where Claude Code is served from.</source>
        <translation>这些服务商是模拟的。让其中一个出现故障，看看 Claude Code 改由谁提供服务。</translation>
    </message>
    <message>
        <source>End the simulation</source>
        <translation>结束模拟</translation>
    </message>
    <message>
        <source>Mend %1</source>
        <translation>修复 %1</translation>
    </message>
    <message>
        <source>Break %1</source>
        <translation>使 %1 故障</translation>
    </message>
</context>
<context>
    <name>qcc::StartSection</name>
    <message>
        <source>Start</source>
        <translation>启动</translation>
    </message>
    <message>
        <source>Start at login</source>
        <translation>登录时启动</translation>
    </message>
    <message>
        <source>QCC starts in the tray when you log in.</source>
        <translation>登录后 QCC 在托盘中启动。</translation>
    </message>
    <message>
        <source>Proxy on at start</source>
        <translation>启动时开启代理</translation>
    </message>
    <message>
        <source>Claude Code is served as soon as QCC has started.</source>
        <translation>QCC 启动后立即为 Claude Code 提供服务。</translation>
    </message>
    <message>
        <source>Closing hides to the tray</source>
        <translation>关闭时隐藏到托盘</translation>
    </message>
    <message>
        <source>QCC goes on working when its window is closed; quit it from the tray&apos;s menu.</source>
        <translation>关闭窗口后 QCC 继续工作；可从托盘菜单退出。</translation>
    </message>
</context>
<context>
    <name>qcc::SummaryRow</name>
    <message>
        <source>Summary of the period</source>
        <translation>此时段的摘要</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a caption and its value</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Failovers</source>
        <translation>故障转移</translation>
    </message>
    <message>
        <source>How often an automatic failover took place in this period</source>
        <translation>此时段内自动故障转移的次数</translation>
    </message>
    <message>
        <source>Mean time to recovery</source>
        <translation>平均恢复时间</translation>
    </message>
    <message>
        <source>From a failover until the config it left is active again</source>
        <translation>从故障转移到原配置重新使用的时间</translation>
    </message>
    <message>
        <source>Saved by spill-over</source>
        <translation>溢出转发挽救</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>requests served, of all requests</comment>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Requests served</source>
        <translation>完成的请求</translation>
    </message>
    <message>
        <source>Requests that the first choice failed, served by another endpoint or config</source>
        <translation>首选失败、由其他端点或配置完成的请求</translation>
    </message>
    <message>
        <source>Requests that a provider answered to the end</source>
        <translation>由服务商完整应答的请求</translation>
    </message>
</context>
<context>
    <name>qcc::SwitchRow</name>
    <message>
        <source>on</source>
        <translation>开启</translation>
    </message>
    <message>
        <source>off</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>qcc::TokenRow</name>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>令牌</translation>
    </message>
    <message>
        <source>Make a new token?</source>
        <translation>生成新令牌？</translation>
    </message>
    <message>
        <source>Whoever uses the old one, every running Claude Code included, is refused until it is told the new one.</source>
        <translation>在换用新令牌之前，所有使用旧令牌的程序（包括正在运行的 Claude Code）都会被拒绝。</translation>
    </message>
    <message>
        <source>Renew</source>
        <translation>更换</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Renewed</source>
        <translation>已更换</translation>
    </message>
    <message>
        <source>Hide the token</source>
        <translation>隐藏令牌</translation>
    </message>
    <message>
        <source>Show the token</source>
        <translation>显示令牌</translation>
    </message>
    <message>
        <source>Copy the token</source>
        <translation>复制令牌</translation>
    </message>
    <message>
        <source>Copy the line with the token</source>
        <translation>复制令牌所在行</translation>
    </message>
    <message>
        <source>Copy the line with the address</source>
        <translation>复制地址所在行</translation>
    </message>
    <message>
        <source>Renew…</source>
        <translation>更换…</translation>
    </message>
    <message>
        <source>For Claude Code</source>
        <translation>用于 Claude Code</translation>
    </message>
    <message>
        <source>Set these two in the environment from which Claude Code starts.</source>
        <translation>在启动 Claude Code 的环境中设置这两个变量。</translation>
    </message>
    <message>
        <source>Address for Claude Code</source>
        <translation>供 Claude Code 使用的地址</translation>
    </message>
    <message>
        <source>Token for Claude Code</source>
        <translation>供 Claude Code 使用的令牌</translation>
    </message>
    <message>
        <source>With it the proxy tells your own programs from others on this computer.</source>
        <translation>代理通过令牌区分您自己的程序与本机的其他程序。</translation>
    </message>
</context>
<context>
    <name>qcc::Tray</name>
    <message>
        <source>Simulation:</source>
        <translation>模拟：</translation>
    </message>
</context>
<context>
    <name>qcc::TrayMenu</name>
    <message>
        <source>Why?</source>
        <translation>为什么？</translation>
    </message>
    <message>
        <source>Open QCC</source>
        <translation>打开 QCC</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>More…</source>
        <translation>更多…</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>%1: a config, %2: its health</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Pin current choice</source>
        <translation>固定当前配置</translation>
    </message>
    <message numerus="yes">
        <source>For %n hour(s)</source>
        <translation>
            <numerusform>%n 小时</numerusform>
        </translation>
    </message>
    <message>
        <source>Until released</source>
        <translation>直到解除</translation>
    </message>
    <message>
        <source>Release pin</source>
        <translation>解除固定</translation>
    </message>
    <message>
        <source>Resume automation</source>
        <translation>继续自动切换</translation>
    </message>
    <message>
        <source>Pause automation</source>
        <translation>暂停自动切换</translation>
    </message>
    <message>
        <source>Stop the proxy</source>
        <translation>停止代理</translation>
    </message>
    <message>
        <source>Start the proxy</source>
        <translation>启动代理</translation>
    </message>
</context>
<context>
    <name>qcc::WelcomePage</name>
    <message>
        <source>QCC already listens on %1 and waits for its first provider.</source>
        <translation>QCC 已在监听 %1，等待第一个服务商。</translation>
    </message>
    <message>
        <source>Keep working when a provider fails</source>
        <translation>服务商故障时也能继续工作</translation>
    </message>
    <message>
        <source>QCC stands between Claude Code and the providers you pay for. It watches them, and moves to the next one that works when one fails.</source>
        <translation>QCC 位于 Claude Code 与您付费的服务商之间。它监测各服务商，并在其中一个故障时转到下一个可用的服务商。</translation>
    </message>
    <message>
        <source>Add a provider</source>
        <translation>添加服务商</translation>
    </message>
    <message>
        <source>You need its address and a key, and can test both before you save.</source>
        <translation>需要服务商的地址和密钥，保存前可以先测试。</translation>
    </message>
    <message>
        <source>Import a file</source>
        <translation>导入文件</translation>
    </message>
    <message>
        <source>Try the simulation</source>
        <translation>试用模拟</translation>
    </message>
    <message>
        <source>QCC is starting…</source>
        <translation>QCC 正在启动…</translation>
    </message>
    <message>
        <source>Three simulated providers. Break one and watch what happens: nothing of yours is touched, no key is needed.</source>
        <translation>三个模拟的服务商。让其中一个出现故障，看看会发生什么：不会影响您的任何内容，也不需要密钥。</translation>
    </message>
    <message>
        <source>Import from %1</source>
        <translation>从 %1 导入</translation>
    </message>
    <message numerus="yes">
        <source>%n config(s) found on this computer. You choose which.</source>
        <translation>
            <numerusform>在本机找到 %n 个配置，由您选择导入哪些。</numerusform>
        </translation>
    </message>
    <message>
        <source>Settings of QCC from another computer, or those of another application.</source>
        <translation>另一台计算机上的 QCC 设置，或其他应用的设置。</translation>
    </message>
</context>
<context>
    <name>qcc::WhyPanel</name>
    <message>
        <source>Why it is so</source>
        <translation>为什么是这样</translation>
    </message>
    <message>
        <source>Show history</source>
        <translation>查看历史</translation>
    </message>
    <message>
        <source>Close the explanation</source>
        <translation>关闭说明</translation>
    </message>
</context>
</TS>
